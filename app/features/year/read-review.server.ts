import type { ReviewResult } from "#app/domain/year/review-result.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { type CountedReview, countReview, findReviewHead, type ReviewHead } from "./find-review.server.ts";
import { findReviewMonths } from "./find-review-months.server.ts";
import { findLockedResult } from "./read-locked-result.server.ts";

export interface ReviewPage
  extends Pick<ReviewResult, "facts" | "exclusions" | "villages" | "sheet">,
    Pick<CountedReview["months"], "sealed" | "missing" | "onTrial" | "coverageFrom"> {
  readonly review: ReviewHead;
  /** Of the result, once it is locked. */
  readonly sha256: string | null;
}

/** A review as it stands: a locked one as it was locked, an open one as its sealed months have it now. */
export function readReview(
  caller: Pick<Caller, "platform" | "scope" | "now" | "today">,
  reviewId: string,
): Promise<ReviewPage | null> {
  const scope = caller.scope("year.read-review");
  const communeId = onlyCommune(scope);
  const { platform, now, today } = caller;
  return platform.db.withCommunes(scope, async (tx) => {
    const review = await findReviewHead(tx, communeId, reviewId);
    if (review === null) return null;
    const locked = await findLockedResult(tx, communeId, reviewId);
    if (locked !== null) {
      const { sheet, months, facts, exclusions, villages } = locked.result;
      const { coverageFrom } = await findReviewMonths(tx, communeId, review);
      const stands = { sealed: months, missing: [], onTrial: [], coverageFrom };
      return { review, sheet, facts, exclusions, villages, ...stands, sha256: locked.sha256 };
    }
    const version = await findVersion(tx, communeId, today);
    const { sheet, months, ...counted } = await platform.values.read(
      `review ${communeId} ${reviewId}`,
      version,
      () => countReview(tx, communeId, review, now),
    );
    const { state: _, ...shown } = sheet;
    return { review, sheet: shown, ...counted, ...months, sha256: null };
  });
}

/** Work moves the topic on, everything that people write moves the audit log on, and days make reports late. */
export async function findVersion(tx: Tx, communeId: number, today: string): Promise<string> {
  const [standing] = await tx.$queryRaw<{ topic: string; audit: string }[]>`
    select coalesce((select version from live_topic where topic = ${`commune:${communeId}`}), 0)::text as topic,
           coalesce((select seq from audit_head where commune_id = ${communeId}), 0)::text as audit`;
  return [standing?.topic, standing?.audit, today].join(".");
}
