import { daysBetween, type LocalDate } from "../calendar/local-date.ts";
import type { Comparator } from "../plan/target.ts";
import { type Measured, passes } from "./measure.ts";

/** B12: what is asked by a day; the plan's own figure at the end of its year, or an earlier step on the way. */
export interface Step {
  readonly lastDay: LocalDate;
  readonly basisPoints: number;
}

export interface Span {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

/** The first step that is not over; after the last one, the last. */
export function stepOn(steps: readonly Step[], today: LocalDate): Step | null {
  const ordered = steps.toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1));
  return ordered.find(({ lastDay }) => today <= lastDay) ?? ordered.at(-1) ?? null;
}

/** Days of the span that are over at the end of a day, and all of them. */
export function elapsed({ firstDay, lastDay }: Span, today: LocalDate): { done: number; all: number } {
  const all = daysBetween(firstDay, lastDay) + 1;
  const until = today > lastDay ? lastDay : today;
  return { done: Math.max(0, Math.min(all, daysBetween(firstDay, until) + 1)), all };
}

/** Too few days to draw a line through. */
const LEAST_DAYS = 14;

/** Where a count that grows day by day would stand on the last day, going on as it went; never beyond the list. */
export function project(measured: Measured, span: Span, today: LocalDate): Measured | null {
  const { done, all } = elapsed(span, today);
  if (measured.whole === null || measured.whole <= 0 || done < LEAST_DAYS) return null;
  const drawn = Number((BigInt(measured.part) * BigInt(all)) / BigInt(done));
  return { part: Math.max(measured.part, Math.min(drawn, measured.whole)), whole: measured.whole };
}

/** Green, amber, red or none; each also has its word and its sign, for whoever does not see colours. */
export type Light = "reached" | "on_course" | "behind" | "late" | "too_few" | "no_data";

export interface LightFacts {
  readonly comparator: Comparator;
  readonly step: Step;
  readonly measured: Measured;
  /** Null for a state asked once: nothing is known of how it moves. */
  readonly projected: Measured | null;
  readonly today: LocalDate;
  readonly aspirational: boolean;
}

/** K08. "Phấn đấu" is striven for: what is missing is shown and is never red. */
export function lightOf({ comparator, step, measured, projected, today, aspirational }: LightFacts): Light {
  const test = { comparator, basisPoints: step.basisPoints };
  const passed = passes(test, measured);
  if (passed === "no_data") return "no_data";
  if (passed) return "reached";
  if (today > step.lastDay) return aspirational ? "behind" : "late";
  return projected !== null && passes(test, projected) === true ? "on_course" : "behind";
}

/** B19: a place among others is reached by being at most so far down. */
export function lightOfPlace(
  place: number | null,
  within: number,
  isOver: boolean,
  aspirational: boolean,
): Light {
  if (place === null) return "no_data";
  if (place <= within) return "reached";
  return isOver && !aspirational ? "late" : "behind";
}
