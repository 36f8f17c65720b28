import { type Cutoff, cutoffMoments } from "../calendar/cutoff.ts";
import { addDays, type Instant, type LocalDate, startOfDay } from "../calendar/local-date.ts";
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

/** A month that is opened already: its days are taken. */
export type TakenMonth = Pick<MonthFrame, "id" | "firstDay" | "lastDay">;

export function monthIdOf(period: Pick<Period, "year" | "ordinal">): number {
  return period.year * 100 + period.ordinal;
}

export function partsOfMonthId(id: number): { readonly year: number; readonly month: number } {
  return { year: Math.floor(id / 100), month: id % 100 };
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

/**
 * The month of a day that no opened month holds. Where the day on which months begin was changed, the frame of the
 * plan would overlap its neighbours: then the month is cut to the days between them, or runs on to the end of the
 * next frame when its own number is spent. Null when no number is left between them.
 */
export function fitMonth(
  cutoff: Cutoff,
  day: LocalDate,
  before: TakenMonth | null,
  after: TakenMonth | null,
): MonthFrame | null {
  let frame = frameMonth(cutoff, day);
  const startsOn = before && before.lastDay >= frame.firstDay ? addDays(before.lastDay, 1) : frame.firstDay;
  while (before && frame.id <= before.id) frame = frameMonth(cutoff, addDays(frame.lastDay, 1));
  if (after && frame.id >= after.id) return null;
  if (!after || frame.lastDay < after.firstDay) return { ...frame, firstDay: startsOn };
  const lastDay = addDays(after.firstDay, -1);
  const graceEndsAt = startOfDay(addDays(lastDay, 1 + cutoff.graceDays));
  const appealsEndAt = graceEndsAt + (frame.appealsEndAt - frame.graceEndsAt);
  return { id: frame.id, firstDay: startsOn, lastDay, graceEndsAt, appealsEndAt };
}

/** Where time alone has brought a month: the state it should be in by now, were nobody late. */
export function stateDueAt(
  frame: Pick<MonthFrame, "lastDay" | "graceEndsAt" | "appealsEndAt">,
  now: Instant,
): MonthState {
  if (now < startOfDay(addDays(frame.lastDay, 1))) return "open";
  if (now < frame.graceEndsAt) return "grace";
  return now < frame.appealsEndAt ? "provisional" : "sealed";
}

export function takesLines(state: MonthState): boolean {
  return state === "open" || state === "grace";
}

/** To the second: grace ends when it ends, however late the clock that moves the month comes. */
export function takesLinesAt(
  month: { readonly state: MonthState; readonly graceEndsAt: Instant },
  now: Instant,
): boolean {
  return takesLines(month.state) && now < month.graceEndsAt;
}

/** The next state a month can take; null when it waits. One step at a time, so that no state is leapt over. */
export function nextState(
  month: Pick<MonthFrame, "lastDay" | "graceEndsAt" | "appealsEndAt"> & { readonly state: MonthState },
  now: Instant,
): MonthState | null {
  const due = MONTH_STATES.indexOf(stateDueAt(month, now));
  const at = MONTH_STATES.indexOf(month.state);
  return at < due ? (MONTH_STATES[at + 1] ?? null) : null;
}
