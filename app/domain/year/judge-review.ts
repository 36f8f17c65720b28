import type { LocalDate } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import { monthsBetween } from "./review-months.ts";
import type { ReviewRefusal } from "./review-refusals.ts";
import type { ReviewKind, ReviewState } from "./review-result.ts";

/** A year; what is longer is two reviews. */
export const MOST_MONTHS = 12;

export interface WantedReview {
  readonly kind: ReviewKind;
  readonly year: number;
  readonly firstMonth: number;
  readonly lastMonth: number;
}

/** Months on trial enter no year (rule 12): a review begins after them. */
export function judgeReview(
  wanted: WantedReview,
  known: {
    readonly isSheetAdopted: boolean;
    readonly ofYear: { readonly year: number; readonly title: string } | null;
    readonly onTrial: readonly number[];
  },
): Verdict<WantedReview, ReviewRefusal> {
  if (wanted.lastMonth < wanted.firstMonth) return refused({ code: "review_months_backwards" });
  if (monthsBetween(wanted.firstMonth, wanted.lastMonth).length > MOST_MONTHS)
    return refused({ code: "review_too_long", most: MOST_MONTHS });
  if (!known.isSheetAdopted) return refused({ code: "review_sheet_not_adopted" });
  if (wanted.kind === "annual" && known.ofYear !== null)
    return refused({ code: "review_of_year_known", ...known.ofYear });
  const month = known.onTrial.at(-1);
  return month === undefined ? allowed(wanted) : refused({ code: "review_month_on_trial", month });
}

/** Whether a review may be locked today; every refusal says what is missing. */
export function judgeLock(
  review: {
    readonly state: ReviewState;
    readonly commentLastDay: LocalDate | null;
    readonly lockedBy: string | null;
    readonly lockedAt: number | null;
  },
  known: {
    readonly missing: Extract<ReviewRefusal, { code: "review_month_unsealed" }>["months"];
    readonly onTrial: readonly number[];
    readonly isSheetAdopted: boolean;
    readonly ranked: number;
    /** What villages said of their sheets and nobody answered. */
    readonly unanswered: number;
  },
  today: LocalDate,
): Verdict<null, ReviewRefusal> {
  if (review.state === "locked" || review.state === "published")
    return refused({ code: "review_locked", by: review.lockedBy ?? "", at: review.lockedAt ?? 0 });
  if (known.missing.length > 0) return refused({ code: "review_month_unsealed", months: known.missing });
  const month = known.onTrial.at(-1);
  if (month !== undefined) return refused({ code: "review_month_on_trial", month });
  if (!known.isSheetAdopted) return refused({ code: "review_sheet_not_adopted" });
  if (review.state === "comment" && review.commentLastDay !== null && today <= review.commentLastDay)
    return refused({ code: "review_comments_run", until: review.commentLastDay });
  if (known.unanswered > 0) return refused({ code: "review_words_unanswered", count: known.unanswered });
  return known.ranked === 0 ? refused({ code: "review_scores_nobody" }) : allowed(null);
}
