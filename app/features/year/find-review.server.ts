import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { sumMarks } from "#app/domain/council/marks.ts";
import type { VillageFacts } from "#app/domain/year/criteria-sheet.ts";
import type {
  ResultExclusion,
  ReviewKind,
  ReviewResult,
  ReviewState,
} from "#app/domain/year/review-result.ts";
import { scoreResult } from "#app/domain/year/review-result.ts";
import type { VillageScore } from "#app/domain/year/working.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findMarks, findSeats } from "./find-marks.server.ts";
import { findReviewMonths, type ReviewMonths } from "./find-review-months.server.ts";
import { findVillageFacts, wantsTargets } from "./find-village-facts.server.ts";

export interface ReviewHead {
  readonly id: string;
  readonly kind: ReviewKind;
  readonly year: number;
  readonly title: string;
  readonly firstMonth: number;
  readonly lastMonth: number;
  readonly sheetVersion: number;
  readonly state: ReviewState;
  readonly commentFirstDay: LocalDate | null;
  readonly commentLastDay: LocalDate | null;
  readonly openedBy: string;
  readonly lockedBy: string | null;
  readonly lockedAt: number | null;
}

/** Newest span first; one of them where an id is given. */
export function findReviews(tx: Tx, communeId: number, id: string | null = null): Promise<ReviewHead[]> {
  return tx.$queryRaw<ReviewHead[]>`
    select v.id, v.kind, v.year, v.title, v.first_month as "firstMonth", v.last_month as "lastMonth",
           v.sheet_version as "sheetVersion", v.state, v.comment_first_day::text as "commentFirstDay",
           v.comment_last_day::text as "commentLastDay", o.display_name as "openedBy", l.display_name as "lockedBy",
           (extract(epoch from v.locked_at) * 1000)::float8 as "lockedAt"
      from review v join account o on o.id = v.opened_by left join account l on l.id = v.locked_by
     where v.commune_id = ${communeId} and (${id}::uuid is null or v.id = ${id}::uuid)
     order by v.last_month desc, v.first_month, v.opened_at desc`;
}

export async function findReviewHead(tx: Tx, communeId: number, id: string): Promise<ReviewHead | null> {
  return (await findReviews(tx, communeId, id))[0] ?? null;
}

export type SheetRow = ReviewResult["sheet"] & {
  readonly state: "draft" | "asked" | "adopted" | "withdrawn";
};

export async function findSheet(tx: Tx, communeId: number, version: number): Promise<SheetRow | null> {
  const [row] = await tx.$queryRaw<SheetRow[]>`
    select version, title, document, encode(content_sha256, 'hex') as sha256, content, state
      from criteria_sheet where commune_id = ${communeId} and version = ${version}`;
  return row ?? null;
}

/** Marks of the council added up, by village. */
export type Votes = ReadonlyMap<number, NonNullable<VillageFacts["votes"]>>;

/** The newest word of each kind that was written into a review. */
export interface ReviewWords {
  readonly told: ReadonlyMap<number, VillageFacts["told"]>;
  readonly votes: Votes;
  readonly exclusions: readonly ResultExclusion[];
  readonly askedRates: ReadonlyMap<string, number>;
}

export async function findWords(
  tx: Tx,
  communeId: number,
  reviewId: string,
  today: LocalDate,
): Promise<ReviewWords> {
  const marks = await tx.$queryRaw<
    { villageId: number; key: string; points: number | null; document: string }[]
  >`
    select distinct on (village_id, criterion_key) village_id as "villageId", criterion_key as key, points, document
      from review_mark where commune_id = ${communeId} and review_id = ${reviewId}::uuid
     order by village_id, criterion_key, number desc`;
  const exclusions = await tx.$queryRaw<(ResultExclusion & { isExcluded: boolean })[]>`
    select distinct on (village_id) village_id as "villageId", reason, document, is_excluded as "isExcluded",
           (made_at at time zone 'Asia/Ho_Chi_Minh')::date::text as day
      from review_exclusion where commune_id = ${communeId} and review_id = ${reviewId}::uuid
     order by village_id, number desc`;
  const rates = await tx.$queryRaw<{ key: string; asked: number | null }[]>`
    select distinct on (key) key, asked from review_rate
     where commune_id = ${communeId} and review_id = ${reviewId}::uuid order by key, number desc`;
  const told = new Map<number, VillageFacts["told"]>();
  for (const { villageId, key, points, document } of marks)
    if (points !== null) told.set(villageId, { ...told.get(villageId), [key]: { points, document } });
  return {
    told,
    votes: sumMarks(await findMarks(tx, communeId, reviewId), await findSeats(tx, communeId, today)),
    exclusions: exclusions
      .filter(({ isExcluded }) => isExcluded)
      .map(({ villageId, reason, document, day }) => ({ villageId, reason, document, day })),
    askedRates: new Map(rates.flatMap(({ key, asked }) => (asked === null ? [] : [[key, asked]]))),
  };
}

/** A review as its facts have it now; a locked one is read from its result instead. */
export interface CountedReview {
  readonly sheet: SheetRow;
  readonly months: ReviewMonths;
  readonly facts: readonly VillageFacts[];
  readonly exclusions: readonly ResultExclusion[];
  readonly villages: readonly VillageScore[];
}

export async function countReview(
  tx: Tx,
  communeId: number,
  review: Pick<ReviewHead, "id" | "firstMonth" | "lastMonth" | "sheetVersion">,
  now: Date,
): Promise<CountedReview> {
  const sheet = await findSheet(tx, communeId, review.sheetVersion);
  if (sheet === null) throw new Error(`review ${review.id} names the unknown sheet ${review.sheetVersion}`);
  const months = await findReviewMonths(tx, communeId, review);
  const today = localDateAt(now.getTime());
  const { told, votes, exclusions, askedRates } = await findWords(tx, communeId, review.id, today);
  const facts = await findVillageFacts(tx, {
    communeId,
    months,
    now,
    told,
    votes,
    askedRates,
    wantsTargets: wantsTargets([sheet.content]),
  });
  return { sheet, months, facts, exclusions, villages: scoreResult({ sheet, facts, exclusions }) };
}
