import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { standOf } from "#app/domain/self-assessment/comment.ts";
import type { SheetWord, TalkReview } from "#app/domain/self-assessment/sheet-talk.ts";
import type { CriteriaSheet } from "#app/domain/year/criteria-sheet.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface FoundReview extends TalkReview {
  readonly sheet: CriteriaSheet;
}

/** Reviews with the sheet they are scored by; one of them, or all, the newest first. */
export async function findTalkReviews(
  tx: Tx,
  communeId: number,
  today: LocalDate,
  reviewId: string | null = null,
): Promise<FoundReview[]> {
  const rows = await tx.$queryRaw<Omit<FoundReview, "stand">[]>`
    select r.id, r.title, r.kind, r.year, r.state, r.comment_first_day::text as "firstDay",
           r.comment_last_day::text as "lastDay", s.content as sheet
      from review r
      join criteria_sheet s on s.commune_id = r.commune_id and s.version = r.sheet_version
     where r.commune_id = ${communeId} and (${reviewId}::uuid is null or r.id = ${reviewId}::uuid)
     order by r.opened_at desc, r.id desc`;
  return rows.map((row) => ({ ...row, stand: standOf(row, today) }));
}

/** Held while somebody speaks or answers: the lock waits for them, and they for the lock. */
export async function holdTalkReview(
  tx: Tx,
  communeId: number,
  today: LocalDate,
  reviewId: string,
): Promise<FoundReview | null> {
  await tx.$executeRaw`
    select from review where commune_id = ${communeId} and id = ${reviewId}::uuid for share`;
  const [review] = await findTalkReviews(tx, communeId, today, reviewId);
  return review ?? null;
}

/** What was said of a review, oldest first: of one village, or of all. */
export function findSheetWords(
  tx: Tx,
  communeId: number,
  reviewId: string,
  { villageId, readerId }: { readonly villageId: number | null; readonly readerId: string },
): Promise<SheetWord[]> {
  return tx.$queryRaw<SheetWord[]>`
    select c.id, c.village_id as "villageId", v.name as "villageName", c.criterion, c.own_points as "ownPoints",
           c.content, a.display_name as "byName", (extract(epoch from c.made_at) * 1000)::float8 as at,
           c.made_by = ${readerId}::uuid as "isOwn",
           coalesce((select json_agg(json_build_object('fileId', s.id, 'name', s.name) order by s.id)
              from sheet_comment_file f
              join stored_file s on s.commune_id = f.commune_id and s.id = f.file_id
             where f.commune_id = c.commune_id and f.comment_id = c.id), '[]') as proofs,
           (select json_build_object('outcome', w.outcome, 'content', w.content, 'byName', x.display_name,
                                     'at', (extract(epoch from w.answered_at) * 1000)::float8)
              from sheet_answer w join account x on x.id = w.answered_by
             where w.commune_id = c.commune_id and w.comment_id = c.id) as answer
      from sheet_comment c
      join village v on v.commune_id = c.commune_id and v.id = c.village_id
      join account a on a.id = c.made_by
     where c.commune_id = ${communeId} and c.review_id = ${reviewId}::uuid
       and (${villageId}::int is null or c.village_id = ${villageId}::int)
     order by c.made_at, c.id`;
}
