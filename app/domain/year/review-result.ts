import type { LocalDate } from "../calendar/local-date.ts";
import { type Canonical, canonicalJson } from "../months/canonical-json.ts";
import type { CriteriaSheet, VillageFacts } from "./criteria-sheet.ts";
import { scoreReview } from "./score-review.ts";
import type { VillageScore } from "./working.ts";

export const RESULT_FORMAT = "thi-dua-so/review/1";

export const REVIEW_KINDS = ["annual", "mid", "timely"] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

export const REVIEW_STATES = ["open", "comment", "locked", "published"] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

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
  /** As `scoreReview` says of these facts: by cluster, rank and name; those kept out come last. */
  readonly villages: readonly VillageScore[];
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

/** The very text that is hashed and kept. */
export function writeResult(result: ReviewResult): string {
  return canonicalJson(result as unknown as Canonical);
}

/** The same facts under the same sheet once more: whoever keeps a result can hold it against this. */
export function scoreResult({
  sheet,
  facts,
  exclusions,
}: Pick<ReviewResult, "sheet" | "facts" | "exclusions">): VillageScore[] {
  return scoreReview(sheet.content, facts, new Set(exclusions.map(({ villageId }) => villageId)));
}

export function parseResult(content: string): ReviewResult {
  const result = JSON.parse(content) as ReviewResult;
  if (result.format !== RESULT_FORMAT) throw new Error(`a result of the unknown format "${result.format}"`);
  return result;
}
