import type { PublicationDesk } from "#app/domain/year-publication/views.ts";
import type { Tx } from "#app/platform/db/database.ts";

type Published = Omit<NonNullable<PublicationDesk["published"]>, "postings">;

/** By which paper a review was published; null while it was not. */
export async function findPublication(
  tx: Tx,
  communeId: number,
  reviewId: string,
): Promise<Published | null> {
  const [row] = await tx.$queryRaw<Published[]>`
    select p.document, p.decided_on::text as "decidedOn", a.display_name as by,
           (extract(epoch from p.published_at) * 1000)::float8 as at
      from year_publication p join account a on a.id = p.published_by
     where p.commune_id = ${communeId} and p.review_id = ${reviewId}::uuid`;
  return row ?? null;
}
