import type { ReviewState } from "../year/review-result.ts";
import type { VotedCriterion } from "./marks.ts";

/** What one member marks, by one criterion of one review. */
export interface OwnMarks {
  readonly review: { readonly id: string; readonly title: string };
  readonly criterion: VotedCriterion;
  /** Every mark there is to give, in hundredths. */
  readonly scale: readonly number[];
  readonly villages: readonly {
    readonly id: number;
    readonly name: string;
    /** Of the member: it is not marked. */
    readonly isOwn: boolean;
    readonly points: number | null;
  }[];
  /** All pages of marks that wait for this member, this one among them. */
  readonly pages: readonly {
    readonly reviewId: string;
    readonly reviewTitle: string;
    readonly criterionKey: string;
    readonly title: string;
    readonly given: number;
    readonly asked: number;
  }[];
}

/** How the marks of one review stand, for council and office. */
export interface MarksDesk {
  readonly review: { readonly id: string; readonly title: string; readonly state: ReviewState };
  readonly criteria: readonly VotedCriterion[];
  readonly chosen: VotedCriterion | null;
  readonly members: readonly {
    readonly memberId: string;
    readonly name: string;
    readonly position: string;
    readonly hasAccount: boolean;
    readonly given: number;
    readonly asked: number;
  }[];
  /** By the chosen criterion. */
  readonly villages: readonly {
    readonly id: number;
    readonly name: string;
    readonly sum: number;
    readonly votes: number;
    readonly voters: number;
    readonly marks: readonly {
      readonly memberId: string;
      readonly name: string;
      readonly points: number | null;
      readonly paper: string | null;
      readonly isOwn: boolean;
    }[];
  }[];
}
