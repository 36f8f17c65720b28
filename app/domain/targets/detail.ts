import type { LocalDate } from "../calendar/local-date.ts";
import type { Population } from "../plan/population.ts";
import type { Comparator, CountedFact } from "../plan/target.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import type { Span, Step } from "./progress.ts";
import { fitsPopulation, type TargetSource } from "./source.ts";

/** Tiers that hand a target down (L02), from the top. */
export const TIERS = ["central", "province", "commune"] as const;
export type Tier = (typeof TIERS)[number];

/** One tier's paper and its words of the target. */
export interface Ancestor {
  readonly tier: Tier;
  readonly document: string;
  readonly text: string;
}

/** What the office adds to a target of the plan; the figure asked, its words and "phấn đấu" are the plan's own. */
export interface TargetDetail {
  readonly source: TargetSource;
  /** Steps on the way to the plan's own figure. */
  readonly steps: readonly Step[];
  readonly lineage: readonly Ancestor[];
}

/** A target the commune has from elsewhere ("giao chỉ tiêu" of a superior body): wholly its own. */
export interface OwnTarget {
  readonly text: string;
  readonly fact: CountedFact;
  readonly comparator: Comparator;
  readonly basisPoints: number;
  readonly of: Population;
  readonly aspirational: boolean;
}

export type TargetDetailRefusal =
  | { readonly code: "target_source_other_list" }
  | { readonly code: "target_step_outside_year"; readonly first: LocalDate; readonly last: LocalDate }
  | { readonly code: "target_steps_not_rising" }
  | { readonly code: "target_never_reached" };

interface DetailFacts {
  /** Null for a place among others: nothing is a share of anything. */
  readonly of: Population | null;
  readonly comparator: Comparator;
  readonly basisPoints: number;
  readonly year: Span;
}

export function judgeDetail(
  detail: TargetDetail,
  { of, comparator, basisPoints, year }: DetailFacts,
): Verdict<TargetDetail, TargetDetailRefusal> {
  if (comparator === "more_than" && basisPoints >= 10_000) return refused({ code: "target_never_reached" });
  if (of === null ? detail.source !== "manual" : !fitsPopulation(detail.source, of)) {
    return refused({ code: "target_source_other_list" });
  }
  if (detail.steps.some(({ lastDay }) => lastDay < year.firstDay || lastDay > year.lastDay)) {
    return refused({ code: "target_step_outside_year", first: year.firstDay, last: year.lastDay });
  }
  const steps = detail.steps.toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : 1));
  const isRising = steps.every((step, index) => {
    const before = steps[index - 1];
    return before === undefined || (before.lastDay < step.lastDay && before.basisPoints <= step.basisPoints);
  });
  if (!isRising || (steps.at(-1)?.basisPoints ?? 0) > basisPoints) {
    return refused({ code: "target_steps_not_rising" });
  }
  const lineage = TIERS.flatMap((tier) => detail.lineage.filter((each) => each.tier === tier));
  return allowed({ ...detail, steps, lineage });
}

/** A figure somebody else counted, with the paper that says so (B19). */
export interface ToldFigure {
  readonly toldOn: LocalDate;
  readonly part: number | null;
  readonly whole: number | null;
  readonly place: number | null;
  readonly document: string;
}

export type ToldFigureRefusal =
  | { readonly code: "told_figure_above_list" }
  | { readonly code: "told_figure_after_today"; readonly today: LocalDate }
  | { readonly code: "told_figure_incomplete" };

export const LARGEST_LIST = 10_000_000;

export function judgeToldFigure(
  { toldOn, part, whole, place }: Omit<ToldFigure, "document">,
  kind: "share" | "place",
  today: LocalDate,
): Verdict<null, ToldFigureRefusal> {
  if (toldOn > today) return refused({ code: "told_figure_after_today", today });
  if (kind === "place") {
    return place === null || place < 1 ? refused({ code: "told_figure_incomplete" }) : allowed(null);
  }
  if (part === null || whole === null || whole <= 0) return refused({ code: "told_figure_incomplete" });
  return part > whole ? refused({ code: "told_figure_above_list" }) : allowed(null);
}

/** "trước ngày 30/6/2024" is the same day of whatever year the plan is taken over into. */
export function dayInYear(day: LocalDate, year: number): LocalDate {
  const moved = `${year}${day.slice(4)}`;
  return (moved.endsWith("02-29") ? `${year}-02-28` : moved) as LocalDate;
}
