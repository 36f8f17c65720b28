import { createHmac } from "node:crypto";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";

/**
 * Names a resident without saying who (rule 8): keyed by the commune, whose key is kept apart from the database.
 * The root is the household as it was first listed, so that a merger of villages makes nobody new.
 */
export function makePersonNamer(
  keys: KeyRing,
  communeId: number,
): (rootHouseholdId: string, slot: number) => Buffer {
  const key = keys.derive(`commune:${communeId}:person`);
  return (root, slot) => createHmac("sha256", key).update(`household:${root}:slot:${slot}`).digest();
}
