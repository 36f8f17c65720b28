import type { LocalDate } from "../calendar/local-date.ts";
import type { TargetSource } from "../targets/source.ts";
import type { Population } from "./population.ts";

/** "tối thiểu", "ít nhất" is at least; "trên" is more than: 85,0 % does not pass "trên 85 %". */
export type Comparator = "at_least" | "more_than";

/**
 * What a target's numerator stands for. Urging somebody and that person's having done it are two facts
 * (B05, B06): they are counted apart.
 */
export type CountedFact = "informed" | "urged" | "guided" | "trained" | "achieved";

export type TargetTest =
  | {
      readonly kind: "share";
      readonly comparator: Comparator;
      readonly basisPoints: number;
      readonly of: Population;
    }
  /** B19: a place among others, taken from a document; it is nobody's percentage. */
  | { readonly kind: "place"; readonly within: number };

export interface PlanTarget {
  readonly key: string;
  readonly text: string;
  readonly fact: CountedFact;
  readonly test: TargetTest;
  /** B01: what counts it, until the office says otherwise. */
  readonly source: TargetSource;
  /** "phấn đấu": striven for; missing it is shown, never held against a village. */
  readonly aspirational: boolean;
  /** Parts a report breaks the figure into (B02). */
  readonly parts: readonly string[];
  /** The last day on which it still counts, where the plan sets one. */
  readonly lastDay: LocalDate | null;
}

/** What every team, or the commune, is asked to do again in each month or quarter. */
export interface PlanQuota {
  readonly key: string;
  readonly text: string;
  readonly measure: "proficient_people" | "published_stories";
  readonly count: number;
  readonly by: "team" | "commune";
  readonly per: "month" | "quarter";
  readonly aspirational: boolean;
  /** Rates of the same people that the plan names beside the number (B14, B15). */
  readonly companions: readonly { readonly key: string; readonly text: string }[];
}

/** Whether `part` of `whole` passes the share. Whole numbers only: a rounded figure never decides. */
export function passesShare(
  test: Extract<TargetTest, { kind: "share" }>,
  part: number,
  whole: number,
): boolean | "no_data" {
  if (whole === 0) return "no_data";
  const difference = part * 10_000 - whole * test.basisPoints;
  return test.comparator === "at_least" ? difference >= 0 : difference > 0;
}
