import type { ExactText } from "./exact.ts";

// The arithmetic of a score as data: whoever prints it, on a screen, on paper or in another language, prints the same.
// Aliases and no interfaces, so that it is canonical JSON as it stands.

export type SpanWorking = {
  /** 202601 for a month, 20261 for a quarter. */
  readonly span: number;
  readonly people: number;
  /** People as they count, after the rate of agreement. */
  readonly counted: ExactText;
  readonly asked: ExactText;
  readonly askedBy: "quota" | "adults" | "assigned";
  readonly ratio: ExactText;
};

export type RateWorking = {
  readonly key: string;
  readonly asked: number;
  readonly start: ExactText | null;
  readonly end: ExactText | null;
  readonly attained: ExactText;
  /** Null where nobody's start is known: what is attained counts alone. */
  readonly closed: ExactText | null;
  readonly ratio: ExactText;
};

export type Working =
  | {
      readonly kind: "people_mean";
      /** Null where people are taken at their word. */
      readonly trust: ExactText | null;
      readonly spans: readonly SpanWorking[];
      readonly ratio: ExactText;
    }
  | {
      readonly kind: "share" | "threshold";
      readonly part: number;
      readonly whole: number;
      /** Confirmed absent, and how many of them leave the whole. */
      readonly absent: number;
      readonly leftOut: number;
      readonly share: ExactText;
      readonly asked: number;
      readonly ratio: ExactText;
    }
  | {
      readonly kind: "attained_and_closed";
      readonly rates: readonly RateWorking[];
      readonly ratio: ExactText;
    }
  | {
      readonly kind: "between";
      readonly part: number;
      readonly whole: number;
      readonly share: ExactText;
      readonly from: number;
      readonly to: number;
      readonly ratio: ExactText;
    }
  | {
      readonly kind: "punctual";
      readonly reports: readonly {
        readonly period: string;
        readonly daysLate: number | null;
        readonly share: ExactText;
      }[];
      readonly ratio: ExactText;
    }
  | {
      readonly kind: "each";
      readonly items: readonly { readonly key: string; readonly count: number; readonly points: number }[];
      /** Before it is cut at the maximum. */
      readonly sum: number;
      readonly ratio: ExactText;
    }
  | {
      readonly kind: "told";
      readonly points: number;
      readonly document: string;
      readonly ratio: ExactText;
    }
  | {
      readonly kind: "votes";
      /** Of all marks, in hundredths. */
      readonly sum: number;
      readonly votes: number;
      /** Who could give one. */
      readonly voters: number;
      readonly mean: ExactText;
      readonly ratio: ExactText;
    };

/** "no_data": this village alone has no figure, which is not zero; "not_run": the commune ran it for nobody. */
export type CriterionState = "scored" | "no_data" | "not_run";

export type CriterionScore = {
  readonly key: string;
  readonly state: CriterionState;
  /** Hundredths of a point, after what nobody ran was spread over the rest; nought where nobody ran it. */
  readonly maximum: ExactText;
  /** Hundredths; below nought for a deduction, so that points add up to the score. */
  readonly points: ExactText;
  /** Whole hundredths, for showing; never added up. */
  readonly shown: number;
  /** Scored, and yet a part of it has no figure. */
  readonly hasGap: boolean;
  readonly working: Working | null;
};

export type HeldBack = { readonly band: string; readonly condition: string };

export type VillageScore = {
  readonly villageId: number;
  readonly name: string;
  /** The group of villages it is ranked in; null where all are ranked together. */
  readonly cluster: string | null;
  /** Hundredths of a point. */
  readonly exact: ExactText;
  /** The same rounded half up, the only rounding there is. */
  readonly score: number;
  readonly band: string;
  /** What the score alone would reach. */
  readonly bandByScore: string;
  readonly heldBack: readonly HeldBack[];
  /** 1, 2, 2, 4 within its cluster; null for one that is kept out. */
  readonly rank: number | null;
  /** The same among all villages; there only where clusters part them. */
  readonly rankOfAll?: number | null;
  readonly criteria: readonly CriterionScore[];
};
