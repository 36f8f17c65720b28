import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { MonthState } from "#app/domain/months/month.ts";
import { coverageFrom, monthsBetween } from "#app/domain/year/review-months.ts";
import type { ResultMonth } from "#app/domain/year/review-result.ts";
import type { Tx } from "#app/platform/db/database.ts";

interface OpenMonth {
  readonly id: number;
  /** Null for one that has not begun. */
  readonly state: Exclude<MonthState, "sealed"> | null;
}

export interface ReviewMonths {
  /** Sealed and not on trial, in order, up to the first that is not: what facts are taken of. */
  readonly sealed: readonly ResultMonth[];
  /** What keeps the review from being locked. */
  readonly missing: readonly OpenMonth[];
  readonly onTrial: readonly number[];
  /** B13: where the year's coverage begins. */
  readonly coverageFrom: number;
}

interface Row {
  readonly id: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly state: MonthState;
  readonly isTrial: boolean;
  readonly sealNumber: number | null;
  readonly sealSha256: string | null;
}

export async function findReviewMonths(
  tx: Tx,
  communeId: number,
  { firstMonth, lastMonth }: { readonly firstMonth: number; readonly lastMonth: number },
): Promise<ReviewMonths> {
  const rows = await tx.$queryRaw<Row[]>`
    select m.id, m.first_day::text as "firstDay", m.last_day::text as "lastDay", m.state, m.is_trial as "isTrial",
           s.number as "sealNumber", encode(s.sha256, 'hex') as "sealSha256"
      from month m left join month_seal s on s.commune_id = m.commune_id and s.month_id = m.id
     where m.commune_id = ${communeId} and m.id between ${firstMonth} and ${lastMonth} order by m.id`;
  const [earlier] = await tx.$queryRaw<{ id: number | null }[]>`
    select max(id)::int as id from month where commune_id = ${communeId} and id < ${firstMonth} and is_trial`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  const sealed: ResultMonth[] = [];
  const missing: OpenMonth[] = [];
  for (const id of monthsBetween(firstMonth, lastMonth)) {
    const row = byId.get(id);
    if (row?.state === "sealed" && row.sealNumber !== null && row.sealSha256 !== null) {
      const { firstDay, lastDay, isTrial, sealNumber, sealSha256 } = row;
      if (missing.length === 0 && !isTrial)
        sealed.push({ id, firstDay, lastDay, isTrial, sealNumber, sealSha256 });
    } else missing.push({ id, state: row === undefined || row.state === "sealed" ? null : row.state });
  }
  return {
    sealed,
    missing,
    onTrial: rows.filter(({ isTrial }) => isTrial).map(({ id }) => id),
    coverageFrom: coverageFrom(firstMonth, lastMonth, earlier?.id ?? null),
  };
}
