import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { type CommentRefusal, judgeWindow } from "#app/domain/self-assessment/comment.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { findTalkReviews } from "./find-talk.server.ts";

type WindowRefusal = CommentRefusal | { readonly code: "not_permitted" };

/** From when to when villages may speak; announced, it may only grow. */
export function announceWindow(
  caller: Caller,
  reviewId: string,
  wish: { readonly firstDay: LocalDate; readonly lastDay: LocalDate },
): Promise<Verdict<null, WindowRefusal>> {
  return inRoster<Verdict<null, WindowRefusal>>(
    caller,
    "self-assessment.announce-window",
    async (tx, { communeId, today }) => {
      await tx.$executeRaw`
        select from review where commune_id = ${communeId} and id = ${reviewId}::uuid for update`;
      const [review] = await findTalkReviews(tx, communeId, today, reviewId);
      if (!review) return refused({ code: "not_permitted" });
      const judged = judgeWindow(review, wish, today);
      if (!judged.ok) return judged;
      await tx.$executeRaw`
        update review set state = 'comment', comment_first_day = ${wish.firstDay}::date,
               comment_last_day = ${wish.lastDay}::date
         where commune_id = ${communeId} and id = ${reviewId}::uuid`;
      return allowed(null);
    },
  );
}
