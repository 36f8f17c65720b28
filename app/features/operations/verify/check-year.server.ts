import { createHash } from "node:crypto";
import { parseResult, type ReviewResult, scoreResult, writeResult } from "#app/domain/year/review-result.ts";
import { streamRows } from "../stream-rows.server.ts";
import type { Check, Finding } from "./check.ts";

interface ResultRow {
  readonly communeId: number;
  readonly reviewId: string;
  readonly number: number;
  readonly content: string;
  readonly sha256: string;
  readonly state: string;
  readonly sheetVersion: number;
  readonly firstMonth: number;
  readonly lastMonth: number;
}

const READ_RESULTS = `
select r.commune_id as "communeId", r.review_id::text as "reviewId", r.number, r.content,
       encode(r.sha256, 'hex') as sha256, v.state, v.sheet_version as "sheetVersion", v.first_month as "firstMonth",
       v.last_month as "lastMonth"
  from review_result r join review v on v.commune_id = r.commune_id and v.id = r.review_id
 order by 1, 2, 3`;

const READ_SEALS = `
select month_id as id, number as "sealNumber", encode(sha256, 'hex') as "sealSha256"
  from month_seal where commune_id = $1::int and month_id between $2::int and $3::int order by 1`;

const READ_SHEET = `
select encode(content_sha256, 'hex') as sha256, content from criteria_sheet
 where commune_id = $1::int and version = $2::int`;

const READ_BARE = `
select v.commune_id as "communeId", v.id::text as "reviewId" from review v
 where v.state in ('locked', 'published')
   and not exists (select from review_result r where r.commune_id = v.commune_id and r.review_id = v.id)
 order by 1, 2`;

/** Every locked result of a year: its hash, its seals, its sheet, and every score and rank worked out once more. */
export const yearCheck: Check = {
  id: "V18",
  title: "every locked result of a year follows from its own facts, its sheet and the seals it stands on",
  async *run({ client }) {
    const { rows: bare } = await client.query<Pick<ResultRow, "communeId" | "reviewId">>(READ_BARE);
    for (const { communeId, reviewId } of bare)
      yield about(
        { communeId, reviewId, number: 0 },
        "the review is called locked, and its result is not there",
      );
    for await (const row of streamRows<ResultRow>(client, READ_RESULTS, [])) {
      const result = readResult(row.content);
      if (result === null) {
        yield about(row, "its content is no result that can be read");
        continue;
      }
      yield* checkText(row, result);
      const { rows: seals } = await client.query<SealRow>(READ_SEALS, [
        row.communeId,
        row.firstMonth,
        row.lastMonth,
      ]);
      yield* checkSeals(row, result, seals);
      const { rows: sheets } = await client.query<{ sha256: string; content: unknown }>(READ_SHEET, [
        row.communeId,
        row.sheetVersion,
      ]);
      yield* checkSheet(row, result, sheets[0]);
      yield* checkScores(row, result);
    }
  },
};

function readResult(content: string): ReviewResult | null {
  try {
    return parseResult(content);
  } catch {
    return null;
  }
}

function* checkText(row: ResultRow, result: ReviewResult): Generator<Finding> {
  if (createHash("sha256").update(row.content, "utf8").digest("hex") !== row.sha256)
    yield about(row, "its hash is not that of its content");
  if (row.state !== "locked" && row.state !== "published") yield about(row, "its review is not locked");
  const { review, commune } = result;
  const isOwn =
    commune.id === row.communeId &&
    review.id === row.reviewId &&
    review.firstMonth === row.firstMonth &&
    review.lastMonth === row.lastMonth &&
    result.sheet.version === row.sheetVersion;
  if (!isOwn) yield about(row, "it speaks of another review than the one it is kept for");
  if (writeResult(result) !== row.content) yield about(row, "its text is not the canonical one");
}

interface SealRow {
  readonly id: number;
  readonly sealNumber: number;
  readonly sealSha256: string;
}

function* checkSeals(
  row: ResultRow,
  { months }: ReviewResult,
  seals: readonly SealRow[],
): Generator<Finding> {
  for (const { id, sealNumber, sealSha256 } of months) {
    const seal = seals.find((each) => each.id === id);
    if (seal?.sealNumber !== sealNumber || seal.sealSha256 !== sealSha256)
      yield about(row, `month ${id} is sealed otherwise than the result says`);
  }
  for (const { id } of seals)
    if (!months.some((month) => month.id === id)) yield about(row, `it leaves out the sealed month ${id}`);
}

function* checkSheet(
  row: ResultRow,
  { sheet }: ReviewResult,
  kept: { readonly sha256: string; readonly content: unknown } | undefined,
): Generator<Finding> {
  if (kept === undefined || kept.sha256 !== sheet.sha256 || !isSame(kept.content, sheet.content))
    yield about(row, `its sheet is not version ${row.sheetVersion} as it was adopted`);
}

/** Whatever order keys are kept in. */
function isSame(left: unknown, right: unknown): boolean {
  return sorted(left) === sorted(right);
}

function sorted(value: unknown): string {
  return JSON.stringify(value, (_, field: unknown) =>
    field !== null && typeof field === "object" && !Array.isArray(field)
      ? Object.fromEntries(Object.entries(field).sort(([left], [right]) => (left < right ? -1 : 1)))
      : field,
  );
}

function* checkScores(row: ResultRow, result: ReviewResult): Generator<Finding> {
  const due = new Map(scoreResult(result).map((village) => [village.villageId, village]));
  for (const village of result.villages) {
    const again = due.get(village.villageId);
    due.delete(village.villageId);
    if (again === undefined) yield about(row, `village ${village.villageId} is scored and has no facts`);
    else if (again.exact !== village.exact || again.score !== village.score)
      yield about(
        row,
        `village ${village.villageId} has ${village.exact}, and its facts come to ${again.exact}`,
      );
    else if (again.rank !== village.rank || again.band !== village.band)
      yield about(
        row,
        `village ${village.villageId} stands at ${village.rank} (${village.band}) and belongs at ${again.rank} (${again.band})`,
      );
    else if (!isSame(again, village))
      yield about(row, `the arithmetic of village ${village.villageId} is another one`);
  }
  for (const id of due.keys()) yield about(row, `village ${id} has facts and no score`);
}

function about(
  { communeId, reviewId, number }: Pick<ResultRow, "communeId" | "reviewId" | "number">,
  says: string,
): Finding {
  return { table: "review_result", row: `commune ${communeId}, review ${reviewId}, result ${number}`, says };
}
