import { can } from "#app/domain/access/can.ts";
import type { Capability } from "#app/domain/access/matrix.ts";
import type { Role } from "#app/domain/access/roles.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";

/** Where somebody works, and whether they are the Youth Union's. */
export interface TitlePlace {
  readonly teamId: number;
  readonly villageId: number | null;
  readonly isYouth: boolean;
}

type Speaker = Pick<Caller, "actor" | "communeId" | "today">;

/** The role that is said beside a name: the nearest to the person first. */
const ORDER = [
  "deputy",
  "leader",
  "youth_union",
  "office",
  "commune_leader",
] as const satisfies readonly Role[];
export type SpeakingRole = (typeof ORDER)[number];

/** As what the caller may speak about somebody who works there; null where they may not. A union speaks of its own people. */
export function speakingAs(
  { actor, communeId, today }: Speaker,
  capability: Capability,
  place: TitlePlace,
): SpeakingRole | null {
  if (communeId === null) return null;
  const { teamId, villageId, isYouth } = place;
  const verdict = can(actor, capability, { communeId, teamId, villageId }, today);
  if (!verdict.ok) return null;
  const roles = verdict.value.grants
    .map(({ role }) => role)
    .filter((role) => role !== "youth_union" || isYouth);
  return ORDER.find((role) => roles.includes(role)) ?? null;
}
