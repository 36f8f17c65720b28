import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { HouseholdCounts } from "#app/domain/households/coverage-denominator.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** B13: each village's list as it stood on a day, in figures. A village without a list is missing, not zero. */
export async function countHouseholds(
  tx: Tx,
  communeId: number,
  on: LocalDate,
): Promise<Map<number, HouseholdCounts>> {
  const rows = await tx.$queryRaw<({ villageId: number } & HouseholdCounts)[]>`
    select village_id as "villageId", count(*)::int as households, sum(adults)::int as adults,
           (count(*) filter (where is_long_absent))::int as "longAbsent"
      from household
     where commune_id = ${communeId} and valid_from <= ${on}::date and (valid_to is null or valid_to >= ${on}::date)
     group by village_id`;
  return new Map(rows.map(({ villageId, ...counts }) => [villageId, counts]));
}
