import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { CarriedFigure } from "#app/domain/carried-over/figure-sheet.ts";
import { isCarriedMetric } from "#app/domain/carried-over/metric.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface StoredFigure extends CarriedFigure {
  readonly source: string;
  readonly enteredAt: number;
  readonly batchId: string | null;
}

/** Figures from before the program. They stand in no ledger, no board and no total of verified work. */
export async function findFigures(tx: Tx, communeId: number): Promise<StoredFigure[]> {
  const rows = await tx.$queryRaw<(Omit<StoredFigure, "metric"> & { metric: string })[]>`
    select village_id as "villageId", period, metric, value::float8 as value, source, batch_id as "batchId",
           (extract(epoch from entered_at) * 1000)::float8 as "enteredAt"
      from carried_over_figure where commune_id = ${communeId}
     order by period desc, metric, village_id`;
  return rows.flatMap(({ metric, ...row }) => (isCarriedMetric(metric) ? [{ ...row, metric }] : []));
}

/** The day the program began here: its set-up, or the first work logged in it where that was earlier. */
export async function findStart(tx: Tx, communeId: number): Promise<LocalDate> {
  const [row] = await tx.$queryRaw<{ begun: Date; worked: string | null }[]>`
    select coalesce(set_up_at, founded_at) as begun,
           (select min(work_date)::text from claim where commune_id = ${communeId}) as worked
      from commune where id = ${communeId}`;
  if (!row) throw new Error(`commune ${communeId} is not there`);
  const begun = localDateAt(row.begun.getTime());
  return row.worked !== null && row.worked < begun ? (row.worked as LocalDate) : begun;
}
