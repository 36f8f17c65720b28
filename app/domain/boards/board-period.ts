import { makePeriod, monthsOf, parsePeriodKey, periodKey, previousPeriod } from "../calendar/period.ts";
import { monthIdOf, partsOfMonthId } from "../months/month.ts";

/** "2026-11", "2026-Q4" or "2026". Months of the plan by their number; their days are the months' own matter. */
export type BoardPeriod = string;

export type BoardPeriodKind = "month" | "quarter" | "year";

export interface BoardSpan {
  readonly key: BoardPeriod;
  readonly kind: BoardPeriodKind;
  readonly year: number;
  /** Which month or quarter; 1 for a year. */
  readonly ordinal: number;
  /** Month ids, both included. */
  readonly fromMonth: number;
  readonly toMonth: number;
}

/** Null for anything that is no month, quarter or year. */
export function parseBoardPeriod(key: string): BoardSpan | null {
  const period = parsePeriodKey(key, 1);
  if (period === null || period.kind === "half") return null;
  const ids = monthsOf(period).map(monthIdOf);
  const [fromMonth, toMonth] = [ids[0], ids.at(-1)];
  if (fromMonth === undefined || toMonth === undefined) return null;
  return { key, kind: period.kind, year: period.year, ordinal: period.ordinal, fromMonth, toMonth };
}

/** The same kind of period just before. */
export function previousBoardPeriod(span: BoardSpan): BoardSpan {
  const key = periodKey(previousPeriod(makePeriod(span.kind, span.year, span.ordinal, 1)));
  const before = parseBoardPeriod(key);
  if (before === null) throw new Error(`${span.key} follows no period`);
  return before;
}

/** The month, the quarter and the year that a month of the plan lies in: the chips above a board. */
export function boardPeriodsOf(monthId: number): Record<BoardPeriodKind, BoardPeriod> {
  const { year, month } = partsOfMonthId(monthId);
  return {
    month: `${year}-${String(month).padStart(2, "0")}`,
    quarter: `${year}-Q${Math.ceil(month / 3)}`,
    year: String(year),
  };
}
