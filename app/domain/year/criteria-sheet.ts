import type { LocalDate } from "../calendar/local-date.ts";

// By what villages are scored, as data. Points are hundredths of a point, shares basis points: whole numbers only.

/** A hundred points. */
export const FULL_SHEET = 10_000;

/** What a criterion is measured by; each has one kind of fact. */
export const METRICS = [
  /** People who can do it alone, month by month, against what the place was asked. */
  "proficient_people",
  /** Households with one outcome "with help" or better. */
  "household_coverage",
  /** Rates the plan wants moved: where each stood, stands and should stand. */
  "change",
  /** What second looks by lot found. */
  "agreement",
  "priority_groups",
  "reports",
  "training",
  /** Initiatives recognised and replicated, stories published. */
  "good_work",
  /** Goals of campaigns announced before. */
  "campaigns",
] as const;
export type Metric = (typeof METRICS)[number];

/** What the formula "each" counts, by metric. */
export const COUNTED_KINDS = {
  good_work: ["recognised", "replicated", "story"],
  campaigns: ["goal"],
} as const satisfies Partial<Record<Metric, readonly string[]>>;

/** Rates a village can be moved in, as sheets name them; a sheet may take the targets of the plan instead. */
export const CHANGE_RATES = [
  "eid_level_2",
  "e_payment_account",
  "e_health_book",
  "digital_signature",
] as const;

/** How a fact becomes points, out of the criterion's maximum. Closed: whoever reads the sheet can do it by hand. */
export type Formula =
  /**
   * Mean over counted spans of min(1, people / asked). Asked is the smaller of the quota of the teams and a share of the
   * adults; a plan without a quota asks what its teams were assigned, else the share of the adults.
   */
  | {
      readonly kind: "people_mean";
      readonly every: "month" | "quarter";
      readonly perTeam: number | null;
      readonly ofAdults: number;
      /** Counted people are taken at their word from this rate of agreement on, below it by the rate; null: always. */
      readonly trust: { readonly from: number; readonly leastLooks: number } | null;
    }
  /** min(1, share / asked); of the whole, what is confirmed absent is left out, up to a share of it. */
  | { readonly kind: "share"; readonly asked: number; readonly absentAtMost: number }
  /** The maximum from the share asked on, and nothing before it. */
  | {
      readonly kind: "threshold";
      readonly asked: number;
      readonly comparator: "at_least" | "more_than";
      readonly absentAtMost: number;
    }
  /** Per rate: mean of what is attained and of the gap closed; then the mean of the rates. */
  | { readonly kind: "attained_and_closed"; readonly rates: readonly string[] | "targets_of_the_plan" }
  /** Nothing at `from`, all at `to`, in between in proportion; fewer looks than the least tell nothing. */
  | { readonly kind: "between"; readonly from: number; readonly to: number; readonly leastLooks: number }
  /** The maximum spread over the reports asked for: whole on time, a share of it up to some days late. */
  | { readonly kind: "punctual"; readonly lateDays: number; readonly lateShare: number }
  /** So many points each, up to the maximum. */
  | { readonly kind: "each"; readonly points: Readonly<Record<string, number>> };

type Measure =
  | { readonly by: "metric"; readonly metric: Metric; readonly formula: Formula }
  /** The office writes the points beside a document. */
  | { readonly by: "document" }
  /** Members of the council give marks in steps from nought to the maximum; the mean counts. In no proposed sheet. */
  | { readonly by: "vote"; readonly step: VoteStep };

/** Whole or half points, in hundredths. */
export const VOTE_STEPS = [100, 50] as const;
export type VoteStep = (typeof VOTE_STEPS)[number];

export interface Criterion {
  /** Stable through versions. */
  readonly key: string;
  readonly title: string;
  /** One sentence a village head reads. */
  readonly explanation: string;
  readonly maximum: number;
  readonly measure: Measure;
  /** Added beyond the hundred, or taken off; each with a document and a cap that is its maximum. */
  readonly nature: "part" | "bonus" | "deduction";
}

export interface CriteriaGroup {
  readonly key: string;
  readonly title: string;
  readonly criteria: readonly Criterion[];
}

/** Half open on the unrounded score: a band begins at `from` and ends where the next higher begins. */
export interface Band {
  readonly key: string;
  readonly title: string;
  readonly from: number;
  /** All must hold; who fails one falls to the next lower band whose conditions hold. */
  readonly conditions: readonly BandCondition[];
}

export type BandCondition =
  /** No criterion that was run is empty for this village. */
  | { readonly kind: "no_gap" }
  | { readonly kind: "no_report_missing" }
  | { readonly kind: "quota_met_months"; readonly atLeast: number };

/** What parts equal scores, the first rung first; more is better on each. */
export const TIE_RUNGS = ["household_coverage", "months_met", "agreement"] as const;
export type TieRung = (typeof TIE_RUNGS)[number];

export interface CriteriaSheet {
  readonly groups: readonly CriteriaGroup[];
  /** What the parts must add up to: FULL_SHEET in the proposal. */
  readonly total: number;
  /** From the highest down; the last begins at 0. */
  readonly bands: readonly Band[];
  readonly ties: readonly TieRung[];
  /** Of the villages, in basis points, how many may be proposed: rounded down, at least one. */
  readonly quota: number;
  /** Villages apart that are ranked among themselves: clusters; empty for one ranking. */
  readonly clusters: readonly {
    readonly key: string;
    readonly title: string;
    readonly villages: readonly number[];
  }[];
}

/** Missing is null, and never zero (rule 9). */
export interface VillageFacts {
  readonly villageId: number;
  /** As it is called on the last day of the review. */
  readonly name: string;
  readonly households: number | null;
  readonly adults: number | null;
  /** At the start of the year. */
  readonly teams: number;
  readonly members: number;
  readonly women: number;
  readonly proficientPeople: readonly MonthFact[] | null;
  readonly coverage: {
    readonly reached: number;
    readonly households: number;
    readonly absent: number;
  } | null;
  readonly change: readonly RateFact[] | null;
  readonly agreement: {
    readonly agrees: number;
    readonly differs: number;
    readonly unreachable: number;
  } | null;
  readonly priorityGroups: { readonly reached: number; readonly registered: number } | null;
  readonly reports: readonly ReportFact[] | null;
  readonly training: { readonly attended: number; readonly asked: number } | null;
  /** How many of each, by the keys of COUNTED_KINDS. */
  readonly goodWork: Readonly<Record<string, number>> | null;
  readonly campaigns: Readonly<Record<string, number>> | null;
  /** What the office wrote, by criterion. */
  readonly told: Readonly<Record<string, { readonly points: number; readonly document: string }>>;
  /** Marks of the council, by criterion; there only where a sheet asks for them, and only where one was given. */
  readonly votes?: Readonly<Record<string, VoteFact>>;
}

/** Marks added up, without anybody's name: hundredths, how many gave one, and how many could. */
export interface VoteFact {
  readonly sum: number;
  readonly votes: number;
  readonly voters: number;
}

/** A counted month; one that is not counted is not in the list. */
export interface MonthFact {
  readonly month: number;
  /** Distinct people who can do it alone. */
  readonly people: number;
  /** B22: whole people the teams of the village were assigned together; null where nothing was. */
  readonly assigned: number | null;
}

/** A rate at the start and at the end, in counts so that nothing is rounded, and what the plan wants. */
export interface RateFact {
  readonly key: string;
  /** Basis points. */
  readonly asked: number;
  readonly start: { readonly part: number; readonly whole: number } | null;
  readonly end: { readonly part: number; readonly whole: number } | null;
}

export interface ReportFact {
  readonly periodKey: string;
  readonly dueOn: LocalDate;
  /** Null while it was not sent. */
  readonly daysLate: number | null;
}
