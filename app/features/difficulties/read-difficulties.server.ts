import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  type PeriodDifficulties,
  type ReportedDifficulty,
  sortIntoPeriod,
} from "#app/domain/difficulties/difficulty.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface PeriodWish {
  readonly communeId: number;
  /** Both days included, in the plan's own months. */
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  /** One team's own section; the whole commune without it. */
  readonly teamId?: number;
}

/** I04: what the report's section on difficulties says, as it stood at the end of the period. */
export async function readDifficulties(
  tx: Tx,
  { communeId, firstDay, lastDay, teamId }: PeriodWish,
): Promise<PeriodDifficulties> {
  const lines = await tx.$queryRaw<ReportedDifficulty[]>`
    select d.id, d.field, d.content, d.proposal, d.team_id as "teamId", d.village_id as "villageId",
           coalesce(v.name, t.name, d.unit_name) as "raisedIn",
           (d.raised_at at time zone 'Asia/Ho_Chi_Minh')::date::text as "raisedOn",
           coalesce(last.stage, d.stage) as stage, d.due_on::text as "dueOn",
           (final.at at time zone 'Asia/Ho_Chi_Minh')::date::text as "answeredOn", final.note as answer
      from difficulty d
      left join team t on t.commune_id = d.commune_id and t.id = d.team_id
      left join village v on v.commune_id = d.commune_id and v.id = d.village_id
      left join lateral (
        select e.kind, e.stage, e.at, e.note from difficulty_event e
         where e.commune_id = d.commune_id and e.difficulty_id = d.id and e.kind <> 'noted'
           and (e.at at time zone 'Asia/Ho_Chi_Minh')::date <= ${lastDay}::date
         order by e.at desc, e.id desc limit 1) last on true
      left join lateral (select last.at, last.note where last.kind = 'answered') final on true
     where d.commune_id = ${communeId}
       and (d.raised_at at time zone 'Asia/Ho_Chi_Minh')::date <= ${lastDay}::date
       and (${teamId ?? null}::int is null or d.team_id = ${teamId ?? null}::int)
       and (final.at is null or (final.at at time zone 'Asia/Ho_Chi_Minh')::date >= ${firstDay}::date)
     order by d.raised_at, d.id`;
  return sortIntoPeriod(lines, { firstDay, lastDay });
}
