import { type Cutoff, cutoffMoments } from "../calendar/cutoff.ts";
import type { Instant, LocalDate } from "../calendar/local-date.ts";
import { type Period, periodHolding } from "../calendar/period.ts";

export const MONTH_STATES = ["open", "grace", "provisional", "sealed"] as const;
export type MonthState = (typeof MONTH_STATES)[number];

/** Whoever disagrees with provisional figures has at least this long. */
export const APPEAL_DAYS = 5;
const DAY_MS = 24 * 60 * 60 * 1000;

/** A month of the plan with its moments, before it is a row: 202611 is "tháng 11 năm 2026". */
export interface MonthFrame {
  readonly id: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly graceEndsAt: Instant;
  readonly appealsEndAt: Instant;
}

export function monthIdOf(period: Period): number {
  return period.year * 100 + period.ordinal;
}

/** Rule 6: figures freeze when grace ends; the appeal window lasts till the office's report is due, never less than five days. */
export function frameMonth(cutoff: Cutoff, day: LocalDate): MonthFrame {
  const period = periodHolding("month", day, cutoff.startDay);
  const { graceEnds, lateFrom } = cutoffMoments(cutoff, period);
  return {
    id: monthIdOf(period),
    firstDay: period.firstDay,
    lastDay: period.lastDay,
    graceEndsAt: graceEnds,
    appealsEndAt: Math.max(lateFrom.office, graceEnds + APPEAL_DAYS * DAY_MS),
  };
}

/** Where time alone has brought a month: the state it should be in by now, were nobody late. */
export function stateDueAt(frame: MonthFrame, now: Instant, periodEnds: Instant): MonthState {
  if (now < periodEnds) return "open";
  if (now < frame.graceEndsAt) return "grace";
  return now < frame.appealsEndAt ? "provisional" : "sealed";
}
