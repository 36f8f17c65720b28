import { divideByPace, PACE_WEEKS, weekStart } from "#app/domain/boards/league.ts";
import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** Beside the ledger's own lock, and never taken together with it. */
const LEAGUE_LOCK = 7340;

/**
 * The leagues of the week, drawn by whoever looks first and kept: what is verified late moves nobody into another
 * league. Who joins a team in mid-week races with the slowest league until Monday.
 */
export async function keepLeague(tx: Tx, communeId: number, today: LocalDate): Promise<void> {
  const monday = weekStart(today);
  const missing = await findMissing(tx, communeId, monday, today);
  if (missing.length === 0) return;
  await tx.$executeRaw`select pg_advisory_xact_lock(${LEAGUE_LOCK}::int, ${communeId}::int)`;
  const [known] = await tx.$queryRaw<{ last: number | null }[]>`
    select max(league)::int as last from weekly_league where commune_id = ${communeId} and week_start = ${monday}::date`;
  const last = known?.last ?? null;
  const leagues = last === null ? await divide(tx, communeId, monday, missing) : [missing];
  const rows = leagues.flatMap((ids, index) =>
    ids.map((memberId) => ({
      communeId,
      weekStart: toDatabaseDay(monday),
      memberId,
      league: last ?? index + 1,
    })),
  );
  await tx.weeklyLeague.createMany({ data: rows, skipDuplicates: true });
}

/** Whoever is in a team today and in no league yet; staff race nobody. */
async function findMissing(
  tx: Tx,
  communeId: number,
  monday: LocalDate,
  today: LocalDate,
): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select m.id::text as id from member m
     where m.commune_id = ${communeId}
       and exists (select from membership s where s.commune_id = m.commune_id and s.member_id = m.id
                    and s.valid_from <= ${today}::date and (s.valid_to is null or s.valid_to >= ${today}::date))
       and not exists (select from weekly_league w
                        where w.commune_id = m.commune_id and w.member_id = m.id and w.week_start = ${monday}::date)
       and not exists (select from role_grant g where g.commune_id = m.commune_id and g.account_id = m.account_id
                        and g.role in ('office', 'administrator') and g.valid_from <= ${today}::date
                        and (g.valid_to is null or g.valid_to >= ${today}::date))`;
  return rows.map(({ id }) => id);
}

async function divide(
  tx: Tx,
  communeId: number,
  monday: LocalDate,
  ids: readonly string[],
): Promise<string[][]> {
  const from = addDays(monday, -7 * PACE_WEEKS);
  const rows = await tx.$queryRaw<{ id: string; points: number }[]>`
    select member_id::text as id, sum(points)::float8 as points from ledger_line
     where commune_id = ${communeId} and work_date >= ${from}::date and work_date < ${monday}::date
     group by 1`;
  const paces = new Map(rows.map(({ id, points }) => [id, points]));
  return divideByPace(ids.map((id) => ({ id, points: paces.get(id) ?? 0 })));
}
