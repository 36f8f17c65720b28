import { can } from "#app/domain/access/can.ts";
import type { Capability } from "#app/domain/access/matrix.ts";
import { householdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** Whether the caller may do this in that village. */
export function mayInVillage(
  { actor, communeId, today }: Pick<Caller, "actor" | "communeId" | "today">,
  capability: Capability,
  villageId: number,
): boolean {
  if (communeId === null) return false;
  const verdict = can(actor, capability, null, today);
  return verdict.ok && reachesVillage(householdReach(verdict.value.grants, communeId), villageId);
}

/** The villages whose families the caller may look at, in their natural order. */
export async function findFamilyVillages(
  tx: Tx,
  caller: Pick<Caller, "actor" | "communeId" | "today">,
  communeId: number,
): Promise<{ readonly id: number; readonly name: string }[]> {
  const villages = await findVillages(tx, communeId);
  return villages
    .filter(({ id }) => mayInVillage(caller, "family.read", id))
    .map(({ id, name }) => ({ id, name }));
}
