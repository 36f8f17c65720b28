import { type HouseholdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import { mayPlace, type OwnHouseholdRefusal } from "#app/domain/people/own-household.ts";
import { refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findCallerAsResident } from "./find-resident.server.ts";

export interface Placing {
  readonly memberId: string;
  /** Null: nobody knows, or none of the commune's lists holds it. */
  readonly householdId: string | null;
}

/** From now on the member lives there: what waits is routed anew by the next reader, and decided work stays. */
export async function placeMember(
  tx: Tx,
  { communeId, actorId }: RosterAct & { readonly actorId: string },
  reach: HouseholdReach,
  { memberId, householdId }: Placing,
): Promise<Verdict<null, OwnHouseholdRefusal | { code: "not_permitted" }>> {
  const [member] = await tx.$queryRaw<{ householdId: string | null }[]>`
    select household_id as "householdId" from member
     where commune_id = ${communeId} and id = ${memberId}::uuid and erased_at is null for update`;
  if (!member) return refused({ code: "not_permitted" });
  const caller = await findCallerAsResident(tx, communeId, actorId);
  const verdict = mayPlace(caller, { memberId, householdId: member.householdId }, householdId);
  if (!verdict.ok || householdId === member.householdId) return verdict;
  if (householdId !== null && !(await isListed(tx, communeId, reach, householdId))) {
    return refused({ code: "own_household_not_listed" });
  }
  await tx.member.update({
    where: { communeId_id: { communeId, id: memberId } },
    data: { householdId },
    select: { id: true },
  });
  return verdict;
}

async function isListed(tx: Tx, communeId: number, reach: HouseholdReach, id: string): Promise<boolean> {
  const household = await tx.household.findFirst({
    where: { communeId, id, validTo: null },
    select: { villageId: true },
  });
  return household !== null && reachesVillage(reach, household.villageId);
}
