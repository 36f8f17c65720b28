import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import {
  judgePosting,
  type Posting,
  type PostingPlace,
  type PublicationYearRefusal,
} from "#app/domain/year-publication/posting.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { findPublication } from "./find-publication.server.ts";

/** Where it hangs and how long: written again when it comes down. Null where nothing is published. */
export async function recordPosting(
  caller: Caller,
  reviewId: string,
  { place, ...posting }: Posting & { readonly place: PostingPlace },
): Promise<Verdict<null, PublicationYearRefusal> | null> {
  const { platform, person, now } = caller;
  const scope = caller.scope("year-publication.record-posting");
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const published = await findPublication(tx, communeId, reviewId);
    if (published === null) return null;
    const wrong = judgePosting(posting, published.decidedOn);
    if (wrong) return refused(wrong);
    await tx.$executeRaw`
      insert into year_posting (commune_id, review_id, place, first_day, last_day, recorded_by, recorded_at)
      values (${communeId}, ${reviewId}::uuid, ${place}, ${posting.firstDay}::date, ${posting.lastDay}::date,
              ${person.accountId}::uuid, ${now})
      on conflict (commune_id, review_id, place) do update
        set first_day = excluded.first_day, last_day = excluded.last_day, recorded_by = excluded.recorded_by,
            recorded_at = excluded.recorded_at`;
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}
