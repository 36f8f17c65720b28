import type { JudgedUnitChange } from "#app/domain/roster/unit-change.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";

/**
 * A merged village has as many households and adults as its parts had on the last day, where each was counted;
 * missing is not zero. How a split village's people divide, only a new count knows.
 */
export async function moveCounts(
  tx: Tx,
  { communeId, actorId, now }: RosterAct,
  change: JudgedUnitChange,
  villageIds: readonly number[],
): Promise<void> {
  const [villageId] = villageIds;
  if (change.kind === "split" || villageId === undefined) return;
  const oldIds = change.old.map(({ id }) => id);
  const day = toDatabaseDay(change.effectiveOn);
  await tx.$executeRaw`
    insert into village_count (commune_id, village_id, counted_on, households, adults, recorded_by, recorded_at)
    select ${communeId}, ${villageId}, ${day}::date, households, adults, ${actorId}::uuid, ${now}
      from (select case when count(households) = count(*) then sum(households)::int end as households,
                   case when count(adults) = count(*) then sum(adults)::int end as adults
              from unnest(${oldIds}::int[]) as old (id)
              left join lateral (
                select c.households from village_count c
                 where c.commune_id = ${communeId} and c.village_id = old.id and c.households is not null
                   and c.counted_on <= ${day}::date
                 order by c.counted_on desc limit 1) h on true
              left join lateral (
                select c.adults from village_count c
                 where c.commune_id = ${communeId} and c.village_id = old.id and c.adults is not null
                   and c.counted_on <= ${day}::date
                 order by c.counted_on desc limit 1) a on true) summed
     where households is not null or adults is not null`;
}
