import { addDays, daysBetween, type LocalDate, parseLocalDate } from "../calendar/local-date.ts";
import {
  makePeriod,
  monthsOf,
  type Period,
  type PeriodKind,
  parsePeriodKey,
  periodHolding,
  periodKey,
  previousPeriod,
} from "../calendar/period.ts";
import type { FigureSpan } from "../figures/figures.ts";
import { monthIdOf } from "../months/month.ts";

/** "2026-11", "2026-Q4", "2026-H2", "2026" in months of the plan, or days: "2026-03-01..2026-05-10". */
export type ReportPeriodKey = string;

const REPORT_PERIOD_KINDS = ["month", "quarter", "half", "year", "range"] as const;
export type ReportPeriodKind = (typeof REPORT_PERIOD_KINDS)[number];

export type ReportSpan =
  | {
      readonly kind: PeriodKind;
      readonly key: ReportPeriodKey;
      readonly year: number;
      /** Which month, quarter or half of the year; 1 for a year. */
      readonly ordinal: number;
      readonly fromMonth: number;
      readonly toMonth: number;
    }
  | {
      readonly kind: "range";
      readonly key: ReportPeriodKey;
      readonly from: LocalDate;
      readonly to: LocalDate;
    };

/** Longer ones are two reports. */
const LONGEST_RANGE_DAYS = 732;

/** J05: null for anything that is no period. Months are told by their number; their days are the months' own matter. */
export function parseReportPeriod(key: string): ReportSpan | null {
  const range = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(key);
  if (range) {
    const [from, to] = [parseLocalDate(range[1] ?? ""), parseLocalDate(range[2] ?? "")];
    return from === null || to === null ? null : rangeSpan(from, to);
  }
  const period = parsePeriodKey(key, 1);
  return period === null || period.year < 2000 || period.year > 2099 ? null : spanOfPeriod(period);
}

export function rangeSpan(from: LocalDate, to: LocalDate): ReportSpan | null {
  if (to < from || daysBetween(from, to) > LONGEST_RANGE_DAYS) return null;
  return { kind: "range", key: `${from}..${to}`, from, to };
}

export function monthSpan(monthId: number): ReportSpan {
  return spanOfPeriod(makePeriod("month", Math.floor(monthId / 100), monthId % 100, 1));
}

/** The quarter that a month of the plan closes; null for the other months. */
export function quarterClosedBy(monthId: number): ReportSpan | null {
  const month = monthId % 100;
  if (month % 3 !== 0) return null;
  return spanOfPeriod(makePeriod("quarter", Math.floor(monthId / 100), month / 3, 1));
}

function spanOfPeriod(period: Period): ReportSpan {
  const months = monthsOf(period).map(monthIdOf);
  const [fromMonth = 0, toMonth = 0] = [months[0], months.at(-1)];
  const { kind, year, ordinal } = period;
  return { kind, key: periodKey(period), year, ordinal, fromMonth, toMonth };
}

/** J05: what the office may ask for by name besides the months: this quarter, and halves and years, the newest first. */
export function namedPeriodsOn(today: LocalDate, startDay: number): ReportSpan[] {
  const now = (kind: PeriodKind) => periodHolding(kind, today, startDay);
  const before = (kind: PeriodKind) => previousPeriod(now(kind));
  const periods = [now("quarter"), now("half"), now("year"), before("half"), before("year")];
  return periods.map(spanOfPeriod);
}

/** The same length of time just before, to hold the figures against. */
export function spanBefore(span: ReportSpan): ReportSpan | null {
  if (span.kind === "range") {
    const days = daysBetween(span.from, span.to) + 1;
    return rangeSpan(addDays(span.from, -days), addDays(span.from, -1));
  }
  const count = { month: 12, quarter: 4, half: 2, year: 1 }[span.kind];
  const index = span.year * count + span.ordinal - 2;
  return spanOfPeriod(makePeriod(span.kind, Math.floor(index / count), (index % count) + 1, 1));
}

export function figureSpanOf(span: ReportSpan): FigureSpan {
  return span.kind === "range"
    ? { kind: "days", from: span.from, to: span.to }
    : { kind: "months", fromMonth: span.fromMonth, toMonth: span.toMonth };
}
