import type { CommentRefusal } from "#app/domain/self-assessment/comment.ts";
import { dayInFigures } from "../day-in-figures.ts";
import type { SentencesOf } from "../rejections.ts";

export const sheetCommentRejections = {
  comments_not_open: ({ firstDay }) =>
    firstDay === null
      ? "Comments on this sheet are not open yet. The office will announce the days."
      : `Comments are not open yet. They can be sent from ${dayInFigures(firstDay)}.`,
  comments_over: ({ lastDay }) =>
    `The days for comments ended on ${dayInFigures(lastDay)}. See the office if something is wrong.`,
  comments_enough: ({ maximum }) =>
    `The village has written ${maximum} comments on this criterion. See the office to say more.`,
  comment_criterion_unknown: () => "The sheet has no such criterion. Load the page again and choose anew.",
  comment_points_above: ({ maximum }) => `This criterion has at most ${maximum / 100} points.`,
  comment_sent_otherwise: () =>
    "This was already recorded with other words. Load the page again and write it anew.",
  comment_answered: () => "This comment was answered. Load the page again to see it.",
  comment_own: () => "You wrote this comment. Somebody else of the office answers it.",
  comment_review_locked: () => "This review is locked and takes nothing more.",
  window_begins_in_past: () => "The first day must be today or later.",
  window_ends_before_it_begins: () => "The last day must not be before the first.",
  window_only_longer: ({ lastDay }) =>
    `The villages were told until ${dayInFigures(lastDay)}. The window can be made longer, not shorter.`,
  window_too_long: ({ maximum }) => `The window lasts at most ${maximum} days.`,
} satisfies SentencesOf<CommentRefusal>;
