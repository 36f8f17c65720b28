import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { formatCheckCode } from "#app/domain/certificates/check-code.ts";
import { isId } from "#app/domain/ids.ts";
import type { PublicPlace } from "#app/domain/publication/public-place.ts";
import {
  type PublicPaper,
  type PublicYear,
  type PublishedYear,
  YEAR_PUBLICATION_PATHS,
} from "#app/domain/year-publication/views.ts";
import { findPublicPlace } from "#app/features/board-live/find-public-place.server.ts";
import { readKeptPage } from "#app/features/board-live/read-kept-page.server.ts";
import { findLockedResult } from "#app/features/year/read-locked-result.server.ts";
import type { Language } from "#app/messages/language.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeptPage } from "#app/platform/kept-pages/kept-pages.ts";
import type { Platform } from "#app/platform/platform.ts";

interface PageWish<Page> {
  readonly communeId: number;
  readonly language: Language;
  readonly requestId: string;
  readonly write: (page: Page) => string;
}

export interface PublicYears {
  readonly place: PublicPlace;
  readonly years: readonly PublishedYear[];
}

/** The published years of a commune; null where there are none. */
export function writePublicYears(platform: Platform, wish: PageWish<PublicYears>): Promise<KeptPage | null> {
  const { communeId } = wish;
  return readKeptPage(platform, {
    ...pageOf(wish, YEAR_PUBLICATION_PATHS.public(communeId)),
    read: async (tx) => {
      const years = await findPublishedYears(tx, communeId, null);
      return years.length === 0 ? null : { place: await findPublicPlace(tx, communeId), years };
    },
    write: wish.write,
  });
}

/** One published year; null where it is not there or not published. */
export async function writePublicYear(
  platform: Platform,
  wish: PageWish<PublicYear> & { readonly reviewId: string },
): Promise<KeptPage | null> {
  const { communeId, reviewId } = wish;
  if (!isId(reviewId)) return null;
  return readKeptPage(platform, {
    ...pageOf(wish, YEAR_PUBLICATION_PATHS.publicOne(communeId, reviewId)),
    read: (tx) => findPublicYear(tx, communeId, reviewId),
    write: wish.write,
  });
}

function pageOf({ communeId, language, requestId }: Omit<PageWish<never>, "write">, path: string) {
  const key = `${path} ${language}`;
  return { communeId, requestId, verb: "year-publication.read-public", key, needsPublicBoard: false };
}

export function findPublishedYears(
  tx: Tx,
  communeId: number,
  reviewId: string | null,
): Promise<PublishedYear[]> {
  return tx.$queryRaw<PublishedYear[]>`
    select v.id as "reviewId", v.title, v.kind, v.year, p.document, p.decided_on::text as "decidedOn"
      from year_publication p join review v on v.commune_id = p.commune_id and v.id = p.review_id
     where p.commune_id = ${communeId} and (${reviewId}::uuid is null or v.id = ${reviewId}::uuid)
     order by v.year desc, v.last_month desc, p.published_at desc`;
}

async function findPublicYear(tx: Tx, communeId: number, reviewId: string): Promise<PublicYear | null> {
  const [year] = await findPublishedYears(tx, communeId, reviewId);
  const locked = year ? await findLockedResult(tx, communeId, reviewId) : null;
  if (!year || !locked) return null;
  const { result, sha256 } = locked;
  const { firstDay, lastDay } = result.review;
  return {
    ...year,
    place: await findPublicPlace(tx, communeId),
    sha256,
    result,
    papers: await findPapers(tx, communeId, firstDay, lastDay),
  };
}

/** More do not fit a page for a slow line; each can be checked by its code all the same. */
const MOST_PAPERS = 40;

/** Papers of what was earned in these days, still valid; of a person only while the consent to the full name stands. */
async function findPapers(
  tx: Tx,
  communeId: number,
  firstDay: LocalDate,
  lastDay: LocalDate,
): Promise<PublicPaper[]> {
  const rows = await tx.$queryRaw<{ secret: string; title: string; holder: string }[]>`
    select c.check_secret as secret, c.content ->> 'title' as title, c.holder_name as holder
      from certificate c
      join badge_award a on a.commune_id = c.commune_id and a.id = c.award_id and a.revoked_at is null
     where c.commune_id = ${communeId} and c.kind = 'award' and c.revoked_at is null and c.holder_name is not null
       and a.earned_on between ${firstDay}::date and ${lastDay}::date
       and (a.subject in ('village', 'team')
            or exists (select from consent s where s.commune_id = c.commune_id and s.member_id = c.member_id
                         and s.purpose = 'public_full_name' and s.withdrawn_at is null))
     order by a.subject = 'member', title, holder, c.id limit ${MOST_PAPERS}`;
  return rows.map(({ secret, ...paper }) => ({ ...paper, code: formatCheckCode({ communeId, secret }) }));
}
