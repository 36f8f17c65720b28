import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type HouseholdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface HouseholdRow {
  readonly id: string;
  readonly villageId: number;
  readonly code: string;
  readonly isLongAbsent: boolean;
  readonly absenceProposed: boolean | null;
  readonly absenceProposedBy: string | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** One household within reach, held until the transaction ends; null where there is none for these eyes. */
export async function lockReachable(
  tx: Tx,
  communeId: number,
  householdId: string,
  reach: HouseholdReach,
): Promise<HouseholdRow | null> {
  const [row] = await tx.$queryRaw<HouseholdRow[]>`
    select id, village_id as "villageId", code, is_long_absent as "isLongAbsent",
           absence_proposed as "absenceProposed", absence_proposed_by as "absenceProposedBy",
           valid_from::text as "validFrom", valid_to::text as "validTo"
      from household where commune_id = ${communeId} and id = ${householdId}::uuid for update`;
  return row && reachesVillage(reach, row.villageId) ? row : null;
}
