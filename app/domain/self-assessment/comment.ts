import { addDays, type LocalDate, weekdayOf } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import type { ReviewState } from "../year/review-result.ts";

/** Before the council: five working days, then every word is answered, then the review is locked (DOMAIN 2.8). */
const PROPOSED_WORKING_DAYS = 5;
const LONGEST_WINDOW_DAYS = 92;
/** Of one village on one criterion: enough for a talk, and no flood. */
export const MOST_COMMENTS = 20;
export const MOST_PROOFS = 3;

export const SHEET_OUTCOMES = ["mended", "kept"] as const;
export type SheetOutcome = (typeof SHEET_OUTCOMES)[number];

export type CommentRefusal =
  | { readonly code: "comments_not_open"; readonly firstDay: LocalDate | null }
  | { readonly code: "comments_over"; readonly lastDay: LocalDate }
  | { readonly code: "comments_enough"; readonly maximum: number }
  | { readonly code: "comment_criterion_unknown" }
  | { readonly code: "comment_points_above"; readonly maximum: number }
  | { readonly code: "comment_sent_otherwise" }
  | { readonly code: "comment_answered" }
  | { readonly code: "comment_own" }
  | { readonly code: "comment_review_locked" }
  | { readonly code: "window_begins_in_past" }
  | { readonly code: "window_ends_before_it_begins" }
  | { readonly code: "window_only_longer"; readonly lastDay: LocalDate }
  | { readonly code: "window_too_long"; readonly maximum: number };

export interface CommentWindow {
  readonly state: ReviewState;
  readonly firstDay: LocalDate | null;
  readonly lastDay: LocalDate | null;
}

export type WindowStand = "not_announced" | "before" | "open" | "over" | "locked";

export function standOf({ state, firstDay, lastDay }: CommentWindow, today: LocalDate): WindowStand {
  if (state === "locked" || state === "published") return "locked";
  if (state === "open" || firstDay === null || lastDay === null) return "not_announced";
  if (today < firstDay) return "before";
  return today <= lastDay ? "open" : "over";
}

/** From tomorrow over so many working days, Saturdays and Sundays not among them. */
export function proposedWindow(today: LocalDate): { firstDay: LocalDate; lastDay: LocalDate } {
  const firstDay = addDays(today, 1);
  let lastDay = today;
  for (let working = 0; working < PROPOSED_WORKING_DAYS; ) {
    lastDay = addDays(lastDay, 1);
    if (weekdayOf(lastDay) <= 5) working += 1;
  }
  return { firstDay, lastDay };
}

/** Announced ahead; once announced it can be made longer, never shorter: nobody loses days they were promised. */
export function judgeWindow(
  span: CommentWindow,
  wish: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
  today: LocalDate,
): Verdict<null, CommentRefusal> {
  const stand = standOf(span, today);
  if (stand === "locked") return refused({ code: "comment_review_locked" });
  if (wish.lastDay < wish.firstDay) return refused({ code: "window_ends_before_it_begins" });
  if (wish.lastDay > addDays(wish.firstDay, LONGEST_WINDOW_DAYS))
    return refused({ code: "window_too_long", maximum: LONGEST_WINDOW_DAYS });
  if (stand === "not_announced")
    return wish.firstDay < today ? refused({ code: "window_begins_in_past" }) : allowed(null);
  const { firstDay, lastDay } = span;
  if (firstDay === null || lastDay === null) throw new Error("a window that was announced has its days");
  if (wish.firstDay !== firstDay || wish.lastDay < lastDay || wish.lastDay < today)
    return refused({ code: "window_only_longer", lastDay });
  return allowed(null);
}

export function judgeCommentTime(span: CommentWindow, today: LocalDate): Verdict<null, CommentRefusal> {
  switch (standOf(span, today)) {
    case "open":
      return allowed(null);
    case "not_announced":
      return refused({ code: "comments_not_open", firstDay: null });
    case "before":
      return refused({ code: "comments_not_open", firstDay: span.firstDay });
    case "over":
      return span.lastDay === null
        ? refused({ code: "comments_not_open", firstDay: null })
        : refused({ code: "comments_over", lastDay: span.lastDay });
    case "locked":
      return refused({ code: "comment_review_locked" });
  }
}

/** The office answers once, until the lock; whoever spoke does not answer themselves. */
export function judgeSheetAnswer(
  { state, madeBy, isAnswered }: { state: ReviewState; madeBy: string; isAnswered: boolean },
  answererId: string,
): Verdict<null, CommentRefusal> {
  if (isAnswered) return refused({ code: "comment_answered" });
  if (state !== "comment") return refused({ code: "comment_review_locked" });
  return madeBy === answererId ? refused({ code: "comment_own" }) : allowed(null);
}
