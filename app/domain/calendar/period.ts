import { addDays, addMonths, type LocalDate, makeLocalDate, partsOf } from "./local-date.ts";

/**
 * Reporting periods. A month of the plan starts on `startDay` (1 to 28, so that every month has that day) and
 * is named for the month in which its last day falls: with day 15, "tháng 5" is 15/4 to 14/5; with day 1 it
 * is the calendar month. A quarter is three such months, a half six, a year twelve.
 */
export type PeriodKind = "month" | "quarter" | "half" | "year";

export interface Period {
  readonly kind: PeriodKind;
  readonly year: number;
  /** Which month (1 to 12), quarter (1 to 4) or half (1 to 2) of the year; 1 for a year. */
  readonly ordinal: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

export const FIRST_START_DAY = 1;
export const LAST_START_DAY = 28;

const MONTHS_IN: Record<PeriodKind, number> = { month: 1, quarter: 3, half: 6, year: 12 };

export function isStartDay(day: number): boolean {
  return Number.isInteger(day) && day >= FIRST_START_DAY && day <= LAST_START_DAY;
}

export function makePeriod(kind: PeriodKind, year: number, ordinal: number, startDay: number): Period {
  const monthCount = MONTHS_IN[kind];
  if (!isStartDay(startDay)) throw new Error(`a period cannot start on day ${startDay}`);
  if (!Number.isInteger(ordinal) || ordinal < 1 || ordinal > 12 / monthCount) {
    throw new Error(`a year has no ${kind} ${ordinal}`);
  }
  const firstMonth = (ordinal - 1) * monthCount + 1;
  const firstDay = firstDayOfMonth(year, firstMonth, startDay);
  return { kind, year, ordinal, firstDay, lastDay: addDays(addMonths(firstDay, monthCount), -1) };
}

/** The one period of the kind that holds the day. */
export function periodHolding(kind: PeriodKind, date: LocalDate, startDay: number): Period {
  const { year, month, day } = partsOf(date);
  // From the start day on, a day belongs to the month that ends in the next one (day 1 ends in its own).
  const monthIndex = year * 12 + month - 1 + (startDay > 1 && day >= startDay ? 1 : 0);
  const ordinal = Math.floor((monthIndex % 12) / MONTHS_IN[kind]) + 1;
  return makePeriod(kind, Math.floor(monthIndex / 12), ordinal, startDay);
}

export function nextPeriod(period: Period): Period {
  return periodHolding(period.kind, addDays(period.lastDay, 1), startDayOf(period));
}

export function previousPeriod(period: Period): Period {
  return periodHolding(period.kind, addDays(period.firstDay, -1), startDayOf(period));
}

/** The months that make up the period, in order. */
export function monthsOf(period: Period): Period[] {
  const count = MONTHS_IN[period.kind];
  const first = (period.ordinal - 1) * count + 1;
  return Array.from({ length: count }, (_, index) =>
    makePeriod("month", period.year, first + index, startDayOf(period)),
  );
}

export function holdsDay(period: Period, date: LocalDate): boolean {
  return period.firstDay <= date && date <= period.lastDay;
}

/** The period's name in addresses and keys: "2026-05", "2026-Q2", "2026-H1", "2026". */
export function periodKey(period: Pick<Period, "kind" | "year" | "ordinal">): string {
  switch (period.kind) {
    case "month":
      return `${period.year}-${String(period.ordinal).padStart(2, "0")}`;
    case "quarter":
      return `${period.year}-Q${period.ordinal}`;
    case "half":
      return `${period.year}-H${period.ordinal}`;
    case "year":
      return String(period.year);
  }
}

export function parsePeriodKey(key: string, startDay: number): Period | null {
  const match = /^(\d{4})(?:-(\d{2})|-Q([1-4])|-H([12]))?$/.exec(key);
  if (!match) return null;
  const [, yearText, month, quarter, half] = match;
  const year = Number(yearText);
  // The first year of the calendar is left out: its first period could begin before any day we can write.
  if (makeLocalDate(year - 1, 1, 1) === null) return null;
  if (quarter) return makePeriod("quarter", year, Number(quarter), startDay);
  if (half) return makePeriod("half", year, Number(half), startDay);
  if (!month) return makePeriod("year", year, 1, startDay);
  const ordinal = Number(month);
  return ordinal >= 1 && ordinal <= 12 ? makePeriod("month", year, ordinal, startDay) : null;
}

export function startDayOf(period: Period): number {
  return partsOf(period.firstDay).day;
}

function firstDayOfMonth(year: number, month: number, startDay: number): LocalDate {
  const inNamedMonth = makeLocalDate(year, month, startDay);
  if (inNamedMonth === null) throw new Error(`the calendar has no month ${month}/${year}`);
  return startDay === 1 ? inNamedMonth : addMonths(inNamedMonth, -1);
}
