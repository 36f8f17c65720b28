import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";

/** Of a locked review; null while there is nothing to write papers of. */
export function findReviewTitle(
  caller: Pick<Caller, "platform" | "scope">,
  reviewId: string,
): Promise<string | null> {
  const scope = caller.scope("year-papers.read-review-title");
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const review = await tx.review.findFirst({
      where: { communeId: onlyCommune(scope), id: reviewId, state: { in: ["locked", "published"] } },
      select: { title: true },
    });
    return review?.title ?? null;
  });
}
