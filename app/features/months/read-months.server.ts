import { cutoffMoments } from "#app/domain/calendar/cutoff.ts";
import { periodHolding } from "#app/domain/calendar/period.ts";
import type { MonthHead } from "#app/domain/months/month-views.ts";
import { shortRoot } from "#app/domain/months/seal.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { MONTH_COLUMNS, toMonthRow } from "./find-month.server.ts";

/** Newest first: two years are enough to look back from here. */
const MONTHS_SHOWN = 24;

export async function readMonths(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  wish: { readonly id?: number; readonly teamIds?: readonly number[] } = {},
): Promise<MonthHead[]> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const rows = await tx.month.findMany({
      where: { communeId, ...(wish.id === undefined ? {} : { id: wish.id }) },
      orderBy: { id: "desc" },
      take: MONTHS_SHOWN,
      select: { ...MONTH_COLUMNS, sealedAt: true },
    });
    const counts = await countAround(
      tx,
      communeId,
      rows.map(({ id }) => id),
      wish.teamIds ?? null,
    );
    const heads: MonthHead[] = [];
    for (const row of rows) {
      const month = toMonthRow(row);
      const { cutoff } = await findSettingsOn(tx, communeId, month.lastDay);
      const { lateFrom } = cutoffMoments(cutoff, periodHolding("month", month.lastDay, cutoff.startDay));
      const found = counts.get(row.id);
      heads.push({
        ...month,
        sealedAt: row.sealedAt?.getTime() ?? null,
        lateFrom,
        root: found?.sha256
          ? { number: found.number ?? 0, sha256: found.sha256, short: shortRoot(found.sha256) }
          : null,
        openAppeals: found?.openAppeals ?? 0,
        exceptions: found?.exceptions ?? 0,
        waitingClaims: found?.waitingClaims ?? 0,
        points: found?.points ?? 0,
      });
    }
    return heads;
  });
}

interface Counts {
  readonly id: number;
  readonly number: number | null;
  readonly sha256: string | null;
  readonly openAppeals: number;
  readonly exceptions: number;
  readonly waitingClaims: number;
  readonly points: number;
}

/** `teamIds` confines what is counted to those teams; null is the whole commune. */
async function countAround(
  tx: Tx,
  communeId: number,
  ids: readonly number[],
  teamIds: readonly number[] | null,
): Promise<Map<number, Counts>> {
  const isAll = teamIds === null;
  const teams = [...(teamIds ?? [])];
  const rows = await tx.$queryRaw<Counts[]>`
    select m.id, s.number, encode(s.sha256, 'hex') as sha256,
           (select count(*)::int from appeal a
             where a.commune_id = m.commune_id and a.month_id = m.id and a.outcome is null
               and (${isAll} or a.team_id = any(${teams}::int[]))) as "openAppeals",
           (select count(*)::int from month_exception e
             where e.commune_id = m.commune_id and (e.month_id = m.id or e.carried_by = m.id)
               and e.verdict is distinct from 'declined') as exceptions,
           (select count(*)::int from claim c
             where c.commune_id = m.commune_id and c.state = 'submitted' and c.work_date between m.first_day and m.last_day
               and (${isAll} or c.team_id = any(${teams}::int[]))) as "waitingClaims",
           (select coalesce(sum(t.points), 0)::float8 from ledger_line t
             where t.commune_id = m.commune_id and t.month_id = m.id
               and (${isAll} or t.team_id = any(${teams}::int[]))) as points
      from month m left join month_seal s on s.commune_id = m.commune_id and s.month_id = m.id
     where m.commune_id = ${communeId} and m.id = any(${[...ids]}::int[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
