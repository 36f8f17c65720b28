import { can } from "#app/domain/access/can.ts";
import { MATERIAL_PATHS } from "#app/domain/materials/material-paths.ts";
import { TRAINING_PATHS } from "#app/domain/training/training-paths.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";

const LINKS = [
  { key: "training", to: TRAINING_PATHS.own, capability: "training.read-own" },
  { key: "matrix", to: TRAINING_PATHS.matrix, capability: "training.oversee" },
  { key: "certificates", to: TRAINING_PATHS.certificates, capability: "training.decide-certificate" },
  { key: "library", to: MATERIAL_PATHS.library, capability: "material.read" },
] as const;

/** By the same matrix that guards the pages. */
export function offeredTrainingLinks({ actor, today }: Pick<Caller, "actor" | "today">) {
  return LINKS.filter(({ capability }) => can(actor, capability, null, today).ok).map(({ key, to }) => ({
    key,
    to,
  }));
}
