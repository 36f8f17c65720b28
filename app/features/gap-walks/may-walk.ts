import { can } from "#app/domain/access/can.ts";
import type { Capability } from "#app/domain/access/matrix.ts";
import { householdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";

/** Whether the caller walks, or sends others, in this village. */
export function mayWalk(
  { actor, communeId, today }: Pick<Caller, "actor" | "communeId" | "today">,
  capability: Extract<Capability, `walk.${string}`>,
  villageId: number,
): boolean {
  if (communeId === null) return false;
  const verdict = can(actor, capability, null, today);
  return verdict.ok && reachesVillage(householdReach(verdict.value.grants, communeId), villageId);
}
