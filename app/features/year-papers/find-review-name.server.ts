import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findReviewHead } from "#app/features/year/find-review.server.ts";

/** How a review is called, whether its papers can be drawn up yet or not; null where there is none. */
export function readReviewName(
  caller: Pick<Caller, "platform" | "scope">,
  reviewId: string,
): Promise<string | null> {
  const scope = caller.scope("year-papers.read-review-name");
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const review = await findReviewHead(tx, onlyCommune(scope), reviewId);
    return review?.title ?? null;
  });
}
