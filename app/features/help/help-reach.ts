import { can } from "#app/domain/access/can.ts";
import { householdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";

/** The team of the village, and nobody else: a resident gave the number to them. */
export function mayHelpIn(
  { actor, communeId, today }: Pick<Caller, "actor" | "communeId" | "today">,
  villageId: number,
): boolean {
  if (communeId === null) return false;
  const verdict = can(actor, "help.answer", null, today);
  return verdict.ok && reachesVillage(householdReach(verdict.value.grants, communeId), villageId);
}
