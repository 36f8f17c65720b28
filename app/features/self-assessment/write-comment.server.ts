import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { Id } from "#app/domain/ids.ts";
import { type CommentRefusal, judgeCommentTime, MOST_COMMENTS } from "#app/domain/self-assessment/comment.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type FoundReview, holdTalkReview } from "./find-talk.server.ts";
import { ledVillages } from "./led-villages.ts";

export interface NewComment {
  /** Made before it is sent: sending twice says it once. */
  readonly id: Id;
  readonly reviewId: string;
  readonly villageId: number;
  readonly criterion: string;
  readonly ownPoints: number | null;
  readonly content: string;
  readonly fileIds: readonly string[];
}

type WriteRefusal = CommentRefusal | { readonly code: "not_permitted" };

/** A word of the village on one criterion of its sheet, within the window of days. */
export function writeComment(caller: Caller, comment: NewComment): Promise<Verdict<null, WriteRefusal>> {
  return inRoster<Verdict<null, WriteRefusal>>(
    caller,
    "self-assessment.comment",
    async (tx, { communeId, actorId, now, today }) => {
      if (!ledVillages(caller).includes(comment.villageId)) return refused({ code: "not_permitted" });
      const { id, reviewId, villageId, criterion, ownPoints, content, fileIds } = comment;
      const known = await tx.sheetComment.findUnique({ where: { communeId_id: { communeId, id } } });
      if (known) {
        const isSame =
          known.madeBy === actorId &&
          known.villageId === villageId &&
          known.criterion === criterion &&
          known.content === content &&
          known.ownPoints === ownPoints;
        return isSame ? allowed(null) : refused({ code: "comment_sent_otherwise" });
      }
      const judged = await judgeComment(tx, communeId, today, comment);
      if (!judged.ok) return judged;
      await tx.sheetComment.createMany({
        data: [
          { communeId, id, reviewId, villageId, criterion, ownPoints, content, madeBy: actorId, madeAt: now },
        ],
      });
      await tx.sheetCommentFile.createMany({
        data: fileIds.map((fileId) => ({ communeId, commentId: id, fileId })),
      });
      return allowed(null);
    },
  );
}

/** Whether this could be said now: asked before a proof is taken in, and again where it is written. */
export async function judgeComment(
  tx: Tx,
  communeId: number,
  today: LocalDate,
  { reviewId, villageId, criterion: key, ownPoints }: Omit<NewComment, "id" | "content" | "fileIds">,
): Promise<Verdict<FoundReview, CommentRefusal>> {
  const review = await holdTalkReview(tx, communeId, today, reviewId);
  if (!review) return refused({ code: "comments_not_open", firstDay: null });
  const inTime = judgeCommentTime(review, today);
  if (!inTime.ok) return inTime;
  const criterion = review.sheet.groups.flatMap(({ criteria }) => criteria).find((each) => each.key === key);
  if (!criterion) return refused({ code: "comment_criterion_unknown" });
  if (ownPoints !== null && ownPoints > criterion.maximum)
    return refused({ code: "comment_points_above", maximum: criterion.maximum });
  const said = await tx.sheetComment.count({ where: { communeId, reviewId, villageId, criterion: key } });
  return said >= MOST_COMMENTS
    ? refused({ code: "comments_enough", maximum: MOST_COMMENTS })
    : allowed(review);
}
