import { createHash } from "node:crypto";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { canonicalJson } from "#app/domain/months/canonical-json.ts";
import type { CriteriaSheet, VillageFacts } from "#app/domain/year/criteria-sheet.ts";
import {
  RESULT_FORMAT,
  type ReviewResult,
  scoreResult,
  writeResult,
} from "#app/domain/year/review-result.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import type { TestOffice } from "../communes/office.ts";
import { bookWork, plantWorkers, type Workers } from "../months/workers-of-a-month.ts";
import { freshId } from "../roster/rosterers.ts";

export interface LockedReview {
  readonly workers: Workers;
  readonly reviewId: string;
  readonly result: ReviewResult;
}

const WORKED = new Date("2026-10-20T02:00:00Z");
/** A Wednesday; the month of the work is sealed. */
export const LOCKED_AT = new Date("2026-12-02T02:00:00Z");

const SHEET: CriteriaSheet = {
  groups: [
    {
      key: "results",
      title: "Kết quả",
      criteria: [
        {
          key: "people",
          title: "Người thành thạo",
          explanation: "Số người làm được một mình.",
          maximum: 6_000,
          nature: "part",
          measure: {
            by: "metric",
            metric: "proficient_people",
            formula: { kind: "people_mean", every: "month", perTeam: 50, ofAdults: 1_000, trust: null },
          },
        },
        {
          key: "coverage",
          title: "Phủ hộ",
          explanation: "Hộ đã được giúp.",
          maximum: 4_000,
          nature: "part",
          measure: {
            by: "metric",
            metric: "household_coverage",
            formula: { kind: "share", asked: 8_000, absentAtMost: 1_500 },
          },
        },
      ],
    },
  ],
  total: 10_000,
  bands: [
    { key: "good", title: "Tốt", from: 7_000, conditions: [{ kind: "no_gap" }] },
    { key: "done", title: "Hoàn thành", from: 0, conditions: [] },
  ],
  ties: ["household_coverage"],
  quota: 2_000,
  clusters: [],
};

/** A sealed month of real ledger lines, and a review that was locked on it, in the way FACTS keep one. */
export async function plantLockedReview(
  office: TestOffice,
  villages: readonly string[] | null = null,
): Promise<LockedReview> {
  office.setNow(WORKED);
  const workers = await plantWorkers(office);
  const { communeId, commune } = workers;
  for (const team of [0, 0, 1])
    await bookWork(office, workers, { team, on: "2026-10-19", points: 500 + 100 * team });
  office.setNow(LOCKED_AT);
  await advanceMonths(office.platform, communeId, LOCKED_AT);
  const [seal] = await office.db.superuser
    .query<{ id: number; first: LocalDate; last: LocalDate; number: number; sha256: string }>(
      `select s.month_id as id, m.first_day::text as first, m.last_day::text as last, s.number, encode(s.sha256, 'hex') as sha256
         from month_seal s join month m on m.commune_id = s.commune_id and m.id = s.month_id
        where s.commune_id = $1 and exists (select from ledger_line l where l.commune_id = s.commune_id and l.month_id = s.month_id)`,
      [communeId],
    )
    .then(({ rows }) => rows);
  if (!seal) throw new Error("the month was not sealed");
  const reviewId = freshId();
  const names = villages ?? [...commune.villages.keys()];
  const ids =
    villages === null ? [...commune.villages.values()] : villages.map((_, index) => 900_000 + index);
  const bare = {
    format: RESULT_FORMAT,
    commune: { id: communeId, name: "Mường Thử", province: "Lào Cai" },
    review: {
      id: reviewId,
      kind: "annual",
      year: 2026,
      title: "Thi đua năm 2026",
      firstMonth: seal.id,
      lastMonth: seal.id,
      firstDay: seal.first,
      lastDay: seal.last,
    },
    sheet: {
      version: 1,
      title: "Bảng điểm xã",
      document: "12/QĐ-UBND",
      sha256: "0".repeat(64),
      content: SHEET,
    },
    months: [
      {
        id: seal.id,
        firstDay: seal.first,
        lastDay: seal.last,
        isTrial: false,
        sealNumber: seal.number,
        sealSha256: seal.sha256,
      },
    ],
    facts: names.map((name, index) => factsOf(ids[index] ?? 0, name, seal.id, index)),
    exclusions: [],
  } as const;
  const result = { ...bare, villages: scoreResult(bare) } satisfies ReviewResult;
  await keep(office, workers, result);
  return { workers, reviewId, result };
}

function factsOf(villageId: number, name: string, month: number, index: number): VillageFacts {
  return {
    villageId,
    name,
    households: 120,
    adults: 300,
    teams: 1,
    members: 5,
    women: 3,
    proficientPeople: [{ month, people: 20 + index, assigned: null }],
    coverage: { reached: 70 - index, households: 120, absent: 4 },
    change: null,
    agreement: null,
    priorityGroups: null,
    reports: null,
    training: null,
    goodWork: null,
    campaigns: null,
    told: {},
  };
}

async function keep(
  office: TestOffice,
  { communeId, commune }: Workers,
  result: ReviewResult,
): Promise<void> {
  const content = writeResult(result);
  const { review } = result;
  const second = await office.makeAccount({});
  const sheet = canonicalJson(SHEET as never);
  const run = (sql: string, values: readonly unknown[]) => office.db.superuser.query(sql, [...values]);
  await run(
    `insert into criteria_sheet (commune_id, version, title, document, content, content_sha256, state, made_at, asked_by,
                                 asked_at, adopted_by, adopted_at)
     values ($1, 1, 'Bảng điểm xã', '12/QĐ-UBND', $2::text::jsonb, sha256(convert_to($2::text, 'UTF8')), 'adopted', $3, $4, $3, $5, $3)`,
    [communeId, sheet, LOCKED_AT, commune.officerId, second],
  );
  await run(
    `insert into review (commune_id, id, kind, year, title, first_month, last_month, sheet_version, state, opened_by,
                         opened_at, locked_by, locked_at)
     values ($1, $2, 'annual', 2026, $3, $4, $4, 1, 'locked', $5, $6, $5, $6)`,
    [communeId, review.id, review.title, review.firstMonth, commune.officerId, LOCKED_AT],
  );
  await run(
    `insert into review_result (commune_id, review_id, number, content, sha256, made_by, made_at)
     values ($1, $2, 1, $3, $4, $5, $6)`,
    [
      communeId,
      review.id,
      content,
      createHash("sha256").update(content, "utf8").digest(),
      commune.officerId,
      LOCKED_AT,
    ],
  );
}
