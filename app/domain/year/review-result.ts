import type { LocalDate } from "../calendar/local-date.ts";
import type { Canonical } from "../months/canonical-json.ts";
import type { CriteriaSheet, VillageFacts } from "./criteria-sheet.ts";

export const RESULT_FORMAT = "thi-dua-so/review/1";

export const REVIEW_KINDS = ["annual", "mid", "timely"] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export const REVIEW_STATES = ["open", "comment", "locked", "published"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

/** An exact figure in lowest terms, "6250/3" or "9000/1", in hundredths of a point: nothing is rounded before the end. */
export type ExactText = string;

/**
 * What a locked review came to, whole and by itself: facts, sheet, scores and ranks. Its canonical text is what is hashed
 * and kept; papers, the council, publication and the open package read this and nothing else.
 */
export interface ReviewResult {
  readonly format: typeof RESULT_FORMAT;
  readonly commune: { readonly id: number; readonly name: string; readonly province: string };
  readonly review: {
    readonly id: string;
    readonly kind: ReviewKind;
    readonly year: number;
    readonly title: string;
    /** As months are numbered: 202601. */
    readonly firstMonth: number;
    readonly lastMonth: number;
    readonly firstDay: LocalDate;
    readonly lastDay: LocalDate;
  };
  readonly sheet: {
    readonly version: number;
    readonly title: string;
    /** The commune's own regulation. */
    readonly document: string | null;
    /** Of the sheet as it was adopted. */
    readonly sha256: string;
    readonly content: CriteriaSheet;
  };
  /** The sealed months it stands on, in order. */
  readonly months: readonly ResultMonth[];
  /** In the order of the villages' names. */
  readonly facts: readonly VillageFacts[];
  /** Kept out of the ranking by a recorded act of a person, with the reason. */
  readonly exclusions: readonly ResultExclusion[];
  /** By cluster, then rank, then name; those kept out come last. */
  readonly villages: readonly VillageResult[];
}

export interface ResultMonth {
  readonly id: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly isTrial: boolean;
  /** Of the seal in the commune's line of seals. */
  readonly sealNumber: number;
  readonly sealSha256: string;
}

export interface ResultExclusion {
  readonly villageId: number;
  readonly reason: string;
  readonly document: string;
  readonly day: LocalDate;
}

export interface VillageResult {
  readonly villageId: number;
  readonly name: string;
  /** The group of villages it is ranked in; null where all are ranked together. */
  readonly cluster: string | null;
  readonly exact: ExactText;
  /** Hundredths of a point, rounded half up at the last step. */
  readonly score: number;
  readonly band: string;
  /** The band the score alone would reach, where a condition keeps it below. */
  readonly bandByScore: string;
  /** Conditions that failed, by the key of the band they guard. */
  readonly heldBack: readonly { readonly band: string; readonly condition: string }[];
  /** 1, 2, 2, 4 within its cluster; null for one that is kept out. */
  readonly rank: number | null;
  readonly criteria: readonly CriterionResult[];
}

export interface CriterionResult {
  readonly key: string;
  /** "no_data": this village alone has no figure, which is not zero; "not_run": the commune ran it for nobody. */
  readonly state: "scored" | "no_data" | "not_run";
  /** After what nobody ran was spread over the rest. */
  readonly maximum: ExactText;
  readonly points: ExactText;
  /** Hundredths, for showing; never added up. */
  readonly shown: number;
  /** The arithmetic, step by step, as data. */
  readonly working: Canonical;
}
