import { allowed, type Verdict } from "#app/domain/verdict.ts";
import { judgeReview, type WantedReview } from "#app/domain/year/judge-review.ts";
import type { ReviewRefusal } from "#app/domain/year/review-refusals.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findSheet } from "./find-review.server.ts";
import { findReviewMonths } from "./find-review-months.server.ts";

export interface OpenWish extends WantedReview {
  /** Made before sending: opening twice opens one. */
  readonly id: string;
  readonly title: string;
  readonly sheetVersion: number;
}

/** Opens the year, its middle or a timely review. Nothing is counted by it: figures are read when they are looked at. */
export function openReview(
  caller: Pick<Caller, "platform" | "scope" | "person" | "now">,
  wish: OpenWish,
): Promise<Verdict<{ readonly id: string }, ReviewRefusal>> {
  const scope = caller.scope("year.open-review");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const { id, kind, year, title, firstMonth, lastMonth, sheetVersion } = wish;
    const known = await tx.review.findUnique({
      where: { communeId_id: { communeId, id } },
      select: { id: true },
    });
    if (known) return allowed({ id });
    const sheet = await findSheet(tx, communeId, sheetVersion);
    const ofYear = await tx.review.findFirst({
      where: { communeId, year, kind: "annual" },
      select: { year: true, title: true },
    });
    const { onTrial } = await findReviewMonths(tx, communeId, wish);
    const verdict = judgeReview(wish, { isSheetAdopted: sheet?.state === "adopted", ofYear, onTrial });
    if (!verdict.ok) return verdict;
    await tx.review.createMany({
      data: {
        communeId,
        id,
        kind,
        year,
        title,
        firstMonth,
        lastMonth,
        sheetVersion,
        state: "open",
        openedBy: caller.person.accountId,
        openedAt: caller.now,
      },
    });
    await caller.platform.live.touch(tx, `commune:${communeId}`);
    return allowed({ id });
  });
}
