import { createHash } from "node:crypto";
import type { Verdict } from "#app/domain/verdict.ts";
import { allowed } from "#app/domain/verdict.ts";
import { judgeLock } from "#app/domain/year/judge-review.ts";
import type { ReviewRefusal } from "#app/domain/year/review-refusals.ts";
import { RESULT_FORMAT, type ReviewResult, writeResult } from "#app/domain/year/review-result.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findCommune } from "#app/features/communes/read-commune.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type CountedReview, countReview, findReviewHead, type ReviewHead } from "./find-review.server.ts";

type Locker = Pick<Caller, "platform" | "scope" | "person" | "now" | "today">;

/**
 * Freezes facts, sheet, scores and ranks. Of two who lock at once the second waits for the first and is told; null for a
 * review that is not there.
 */
export function lockReview(
  caller: Locker,
  reviewId: string,
): Promise<Verdict<{ readonly sha256: string }, ReviewRefusal> | null> {
  const scope = caller.scope("year.lock-review");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    await tx.$executeRaw`select from review where commune_id = ${communeId} and id = ${reviewId}::uuid for update`;
    const review = await findReviewHead(tx, communeId, reviewId);
    if (review === null) return null;
    const counted = await countReview(tx, communeId, review, caller.now);
    const known = {
      ...counted.months,
      isSheetAdopted: counted.sheet.state === "adopted",
      ranked: counted.villages.filter(({ rank }) => rank !== null).length,
      unanswered: await tx.sheetComment.count({ where: { communeId, reviewId, answer: null } }),
    };
    const verdict = judgeLock(review, known, caller.today);
    if (!verdict.ok) return verdict;
    const content = writeResult(await resultOf(tx, communeId, review, counted));
    const sha256 = createHash("sha256").update(content, "utf8").digest();
    await tx.review.update({
      where: { communeId_id: { communeId, id: reviewId } },
      data: { state: "locked", lockedBy: caller.person.accountId, lockedAt: caller.now },
      select: { id: true },
    });
    await tx.reviewResult.createMany({
      data: {
        communeId,
        reviewId,
        number: 1,
        content,
        sha256: new Uint8Array(sha256),
        madeBy: caller.person.accountId,
        madeAt: caller.now,
      },
    });
    await caller.platform.live.touch(tx, `commune:${communeId}`);
    return allowed({ sha256: sha256.toString("hex") });
  });
}

async function resultOf(
  tx: Tx,
  communeId: number,
  review: ReviewHead,
  { sheet, months, facts, exclusions, villages }: CountedReview,
): Promise<ReviewResult> {
  const [first, last] = [months.sealed[0], months.sealed.at(-1)];
  if (!first || !last) throw new Error(`review ${review.id} was let through without a sealed month`);
  const { name, province } = await findCommune(tx, communeId);
  const { id, kind, year, title, firstMonth, lastMonth } = review;
  const { state: _, ...adopted } = sheet;
  return {
    format: RESULT_FORMAT,
    commune: { id: communeId, name, province },
    review: {
      id,
      kind,
      year,
      title,
      firstMonth,
      lastMonth,
      firstDay: first.firstDay,
      lastDay: last.lastDay,
    },
    sheet: adopted,
    months: months.sealed,
    facts,
    exclusions,
    villages,
  };
}
