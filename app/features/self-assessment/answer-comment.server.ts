import {
  type CommentRefusal,
  judgeSheetAnswer,
  type SheetOutcome,
} from "#app/domain/self-assessment/comment.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { holdTalkReview } from "./find-talk.server.ts";

export interface NewSheetAnswer {
  readonly commentId: string;
  readonly reviewId: string;
  readonly outcome: SheetOutcome;
  readonly content: string;
}

type AnswerRefusal = CommentRefusal | { readonly code: "not_permitted" };

/**
 * The office's answer to one word. It moves no figure by itself: what was found right is mended where it came from, by
 * a correction, a document or a report, and the sheet follows.
 */
export function answerComment(
  caller: Caller,
  { commentId, reviewId, outcome, content }: NewSheetAnswer,
): Promise<Verdict<null, AnswerRefusal>> {
  return inRoster<Verdict<null, AnswerRefusal>>(
    caller,
    "self-assessment.answer",
    async (tx, { communeId, actorId, now, today }) => {
      const review = await holdTalkReview(tx, communeId, today, reviewId);
      const comment = await tx.sheetComment.findFirst({
        where: { communeId, id: commentId, reviewId },
        select: { madeBy: true, answer: true },
      });
      if (!review || !comment) return refused({ code: "not_permitted" });
      const { answer } = comment;
      const isSame =
        answer?.answeredBy === actorId && answer.outcome === outcome && answer.content === content;
      if (isSame) return allowed(null);
      const judged = judgeSheetAnswer(
        { state: review.state, madeBy: comment.madeBy, isAnswered: answer !== null },
        actorId,
      );
      if (!judged.ok) return judged;
      const made = await tx.sheetAnswer.createMany({
        data: [{ communeId, commentId, outcome, content, answeredBy: actorId, answeredAt: now }],
        skipDuplicates: true,
      });
      return made.count === 1 ? allowed(null) : refused({ code: "comment_answered" });
    },
  );
}
