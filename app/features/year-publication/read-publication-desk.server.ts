import { localDateAt } from "#app/domain/calendar/local-date.ts";
import type { Posting, PostingPlace } from "#app/domain/year-publication/posting.ts";
import type { PublicationDesk } from "#app/domain/year-publication/views.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findLockedResult } from "#app/features/year/read-locked-result.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findPublication } from "./find-publication.server.ts";

/** How far a review is on its way into the open; null where there is none. */
export async function readPublicationDesk(caller: Caller, reviewId: string): Promise<PublicationDesk | null> {
  const scope = caller.scope("year-publication.read-desk");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [review] = await tx.$queryRaw<PublicationDesk["review"][]>`
      select id, title, state, comment_first_day::text as "commentFirstDay",
             comment_last_day::text as "commentLastDay"
        from review where commune_id = ${communeId} and id = ${reviewId}::uuid`;
    if (!review) return null;
    const published = await findPublication(tx, communeId, reviewId);
    return {
      review,
      locked: await findLock(tx, communeId, reviewId),
      published: published && { ...published, postings: await findPostings(tx, communeId, reviewId) },
    };
  });
}

async function findLock(tx: Tx, communeId: number, reviewId: string): Promise<PublicationDesk["locked"]> {
  const locked = await findLockedResult(tx, communeId, reviewId);
  if (locked === null) return null;
  const { villages, exclusions } = locked.result;
  const nameOf = new Map(villages.map(({ villageId, name }) => [villageId, name]));
  return {
    on: localDateAt(locked.lockedAt),
    by: locked.lockedBy,
    sha256: locked.sha256,
    villages: villages.length,
    exclusions: exclusions.map(({ villageId, reason, document }) => ({
      village: nameOf.get(villageId) ?? "",
      reason,
      document,
    })),
  };
}

async function findPostings(
  tx: Tx,
  communeId: number,
  reviewId: string,
): Promise<Partial<Record<PostingPlace, Posting>>> {
  const rows = await tx.$queryRaw<(Posting & { readonly place: PostingPlace })[]>`
    select place, first_day::text as "firstDay", last_day::text as "lastDay"
      from year_posting where commune_id = ${communeId} and review_id = ${reviewId}::uuid`;
  return Object.fromEntries(rows.map(({ place, ...posting }) => [place, posting]));
}
