import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { judgePublication, type PublicationYearRefusal } from "#app/domain/year-publication/posting.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findPublication } from "./find-publication.server.ts";

interface Wish {
  readonly reviewId: string;
  readonly document: string;
  readonly decidedOn: LocalDate;
  readonly isRead: boolean;
}

/** From here on the result, its page and its package are everybody's. Null where there is no such review. */
export async function publishReview(
  caller: Caller,
  { reviewId, document, decidedOn, isRead }: Wish,
): Promise<Verdict<null, PublicationYearRefusal> | null> {
  const { platform, person, now, today } = caller;
  const scope = caller.scope("year-publication.publish");
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    // Of two who publish at once the second waits, and is told by which paper it was done.
    const [review] = await tx.$queryRaw<{ lockedAt: number | null }[]>`
      select (extract(epoch from locked_at) * 1000)::float8 as "lockedAt" from review
       where commune_id = ${communeId} and id = ${reviewId}::uuid for update`;
    if (!review) return null;
    const published = await findPublication(tx, communeId, reviewId);
    const known = {
      lockedOn: review.lockedAt === null ? null : localDateAt(review.lockedAt),
      published: published && { document: published.document, on: published.decidedOn },
    };
    const wrong = judgePublication(known, { decidedOn, isRead }, today);
    if (wrong) return refused(wrong);
    await tx.yearPublication.createMany({
      data: {
        communeId,
        reviewId,
        document,
        decidedOn: toDatabaseDay(decidedOn),
        publishedBy: person.accountId,
        publishedAt: now,
      },
    });
    await tx.review.updateMany({
      where: { communeId, id: reviewId },
      data: { state: "published", publishedBy: person.accountId, publishedAt: now },
    });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}
