import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { ReviewRefusal } from "#app/domain/year/review-refusals.ts";
import { listCriteria } from "#app/domain/year/review-run.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { ReviewRateKey } from "./find-change-facts.server.ts";
import { findReviewHead, findSheet, type ReviewHead } from "./find-review.server.ts";

type Writer = Pick<Caller, "platform" | "scope" | "person" | "now">;
type Answer = Promise<Verdict<null, ReviewRefusal> | null>;

export interface MarkWish {
  readonly villageId: number;
  readonly criterionKey: string;
  /** Hundredths; null takes the word back. */
  readonly points: number | null;
  readonly document: string;
}

/** Points by document, where the sheet asks a person for them. */
export function writeMark(caller: Writer, reviewId: string, wish: MarkWish): Answer {
  return writeInto(caller, "year.write-mark", reviewId, async (tx, communeId, review) => {
    const sheet = await findSheet(tx, communeId, review.sheetVersion);
    const criterion = sheet && listCriteria(sheet.content).find(({ key }) => key === wish.criterionKey);
    if (criterion?.measure.by !== "document") return refused({ code: "review_criterion_not_told" });
    if (wish.points !== null && wish.points > criterion.maximum)
      return refused({ code: "review_points_over_maximum", maximum: criterion.maximum });
    if (!(await isVillage(tx, communeId, wish.villageId)))
      return refused({ code: "review_village_not_known" });
    await tx.$executeRaw`
      insert into review_mark (commune_id, review_id, village_id, criterion_key, number, points, document, made_by, made_at)
      select ${communeId}, ${reviewId}::uuid, ${wish.villageId}, ${wish.criterionKey}, coalesce(max(number), 0) + 1,
             ${wish.points}::int, ${wish.document}, ${caller.person.accountId}::uuid, ${caller.now}
        from review_mark where commune_id = ${communeId} and review_id = ${reviewId}::uuid
         and village_id = ${wish.villageId} and criterion_key = ${wish.criterionKey}`;
    return allowed(null);
  });
}

export interface ExclusionWish {
  readonly villageId: number;
  readonly isExcluded: boolean;
  readonly reason: string;
  readonly document: string;
}

/** A recorded act with a reason (rule 10): the village stays in the list with its score and without a rank. */
export function writeExclusion(caller: Writer, reviewId: string, wish: ExclusionWish): Answer {
  return writeInto(caller, "year.write-exclusion", reviewId, async (tx, communeId) => {
    if (!(await isVillage(tx, communeId, wish.villageId)))
      return refused({ code: "review_village_not_known" });
    await tx.$executeRaw`
      insert into review_exclusion (commune_id, review_id, village_id, number, is_excluded, reason, document, made_by, made_at)
      select ${communeId}, ${reviewId}::uuid, ${wish.villageId}, coalesce(max(number), 0) + 1, ${wish.isExcluded},
             ${wish.reason}, ${wish.document}, ${caller.person.accountId}::uuid, ${caller.now}
        from review_exclusion where commune_id = ${communeId} and review_id = ${reviewId}::uuid
         and village_id = ${wish.villageId}`;
    return allowed(null);
  });
}

export interface RateWish {
  readonly key: ReviewRateKey;
  /** Basis points; null takes it back. */
  readonly asked: number | null;
  readonly document: string;
}

/** What is asked of a rate that no target of the plan counts. */
export function writeRate(caller: Writer, reviewId: string, wish: RateWish): Answer {
  return writeInto(caller, "year.write-rate", reviewId, async (tx, communeId) => {
    await tx.$executeRaw`
      insert into review_rate (commune_id, review_id, key, number, asked, document, made_by, made_at)
      select ${communeId}, ${reviewId}::uuid, ${wish.key}, coalesce(max(number), 0) + 1, ${wish.asked}::int,
             ${wish.document}, ${caller.person.accountId}::uuid, ${caller.now}
        from review_rate where commune_id = ${communeId} and review_id = ${reviewId}::uuid and key = ${wish.key}`;
    return allowed(null);
  });
}

async function isVillage(tx: Tx, communeId: number, id: number): Promise<boolean> {
  return (await tx.village.count({ where: { communeId, id } })) > 0;
}

/** One writer at a time, and none once it is locked; null for a review that is not there. */
function writeInto(
  caller: Writer,
  verb: string,
  reviewId: string,
  write: (tx: Tx, communeId: number, review: ReviewHead) => Promise<Verdict<null, ReviewRefusal>>,
): Answer {
  const { platform } = caller;
  const scope = caller.scope(verb);
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    await tx.$executeRaw`select from review where commune_id = ${communeId} and id = ${reviewId}::uuid for update`;
    const review = await findReviewHead(tx, communeId, reviewId);
    if (review === null) return null;
    if (review.state === "locked" || review.state === "published")
      return refused({ code: "review_locked", by: review.lockedBy ?? "", at: review.lockedAt ?? 0 });
    const verdict = await write(tx, communeId, review);
    if (verdict.ok) await platform.live.touch(tx, `commune:${communeId}`);
    return verdict;
  });
}
