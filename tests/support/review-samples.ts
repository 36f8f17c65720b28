import * as fc from "fast-check";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import {
  type CriteriaSheet,
  type Criterion,
  type Formula,
  type Metric,
  TIE_RUNGS,
  type VillageFacts,
} from "#app/domain/year/criteria-sheet.ts";
import { RESULT_FORMAT, type ReviewResult, scoreResult } from "#app/domain/year/review-result.ts";

// Reviews as wild as their types allow: every formula, gaps of every kind, clusters, villages kept out, equal scores.

const share = fc.integer({ min: 1, max: 10_000 });
const few = fc.integer({ min: 0, max: 12 });
const absentAtMost = fc.constantFrom(0, 1_500, 10_000);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null, freq: 4 });

const RATES = ["eid", "health", "pay", "signature"] as const;
const WORKS = ["recognised", "replicated", "story"] as const;

const people: fc.Arbitrary<Formula> = fc.record({
  kind: fc.constant("people_mean" as const),
  every: fc.constantFrom("month" as const, "quarter" as const),
  perTeam: maybe(fc.constantFrom(0, 50)),
  ofAdults: fc.constantFrom(0, 1_000, 1_250),
  trust: maybe(fc.record({ from: fc.constant(9_500), leastLooks: fc.integer({ min: 0, max: 20 }) })),
});
const ofShare: fc.Arbitrary<Formula> = fc.oneof(
  fc.record({ kind: fc.constant("share" as const), asked: share, absentAtMost }),
  fc.record({
    kind: fc.constant("threshold" as const),
    asked: share,
    comparator: fc.constantFrom("at_least" as const, "more_than" as const),
    absentAtMost,
  }),
  fc.record({
    kind: fc.constant("between" as const),
    from: fc.integer({ min: 0, max: 8_000 }),
    to: fc.integer({ min: 8_001, max: 10_000 }),
    leastLooks: fc.integer({ min: 0, max: 20 }),
  }),
);
const rates: fc.Arbitrary<Formula> = fc.record({
  kind: fc.constant("attained_and_closed" as const),
  rates: fc.oneof(fc.constant("targets_of_the_plan" as const), fc.subarray([...RATES])),
});
const reports: fc.Arbitrary<Formula> = fc.record({
  kind: fc.constant("punctual" as const),
  lateDays: fc.integer({ min: 0, max: 5 }),
  lateShare: fc.constantFrom(0, 3_333, 5_000),
});
const each = (keys: readonly string[]): fc.Arbitrary<Formula> =>
  fc.record({
    kind: fc.constant("each" as const),
    points: fc
      .tuple(...keys.map(() => fc.integer({ min: 0, max: 250 })))
      .map((points) => Object.fromEntries(keys.map((key, index) => [key, points[index] ?? 0]))),
  });

const FORMULAS: readonly (readonly [Metric, fc.Arbitrary<Formula>])[] = [
  ["proficient_people", people],
  ["household_coverage", ofShare],
  ["change", rates],
  ["agreement", ofShare],
  ["priority_groups", ofShare],
  ["reports", reports],
  ["training", ofShare],
  ["good_work", each(WORKS)],
  ["campaigns", each(["goal"])],
];

const criterion = (index: number): fc.Arbitrary<Criterion> =>
  fc.record({
    key: fc.constant(`c${index}`),
    title: fc.constant(`Tiêu chí ${index}`),
    explanation: fc.constant("Tính theo số liệu."),
    maximum: fc.integer({ min: 1, max: 3_000 }),
    measure: fc.oneof(
      { weight: 8, arbitrary: metricOf() },
      {
        weight: 1,
        arbitrary: fc.constantFrom({ by: "document" } as const, { by: "vote", step: 50 } as const),
      },
    ),
    nature: fc.constantFrom(
      "part" as const,
      "part" as const,
      "part" as const,
      "bonus" as const,
      "deduction" as const,
    ),
  });

function metricOf(): fc.Arbitrary<Criterion["measure"]> {
  return fc
    .constantFrom(...FORMULAS)
    .chain(([metric, formulas]) => formulas.map((formula) => ({ by: "metric" as const, metric, formula })));
}

const VILLAGES = 9;

const sheet: fc.Arbitrary<CriteriaSheet> = fc
  .record({
    criteria: fc
      .integer({ min: 1, max: 11 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => criterion(index)))),
    total: fc.constantFrom(10_000, 7_777),
    ties: fc.shuffledSubarray([...TIE_RUNGS]),
    clusters: fc.boolean(),
    conditions: fc.subarray([
      { kind: "no_gap" } as const,
      { kind: "no_report_missing" } as const,
      { kind: "quota_met_months", atLeast: 2 } as const,
    ]),
  })
  .map(({ criteria, clusters, conditions, ...rest }) => ({
    ...rest,
    groups: [
      { key: "a", title: "A", criteria: criteria.slice(0, 3) },
      { key: "b", title: "B", criteria: criteria.slice(3) },
    ],
    bands: [
      { key: "excellent", title: "Xuất sắc", from: 9_000, conditions },
      { key: "good", title: "Tốt", from: 7_000, conditions: conditions.slice(1) },
      { key: "fair", title: "Khá", from: 3_333, conditions: [] },
      { key: "done", title: "Hoàn thành", from: 0, conditions: [] },
    ],
    quota: 2_000,
    clusters: clusters
      ? [
          { key: "upper", title: "Cụm trên", villages: [1, 3, 5] },
          { key: "lower", title: "Cụm dưới", villages: [2, 4] },
        ]
      : [],
  }));

const counts = maybe(fc.record({ part: few, whole: few }));
const facts = (villageId: number): fc.Arbitrary<VillageFacts> =>
  fc.record({
    villageId: fc.constant(villageId),
    name: fc.constantFrom(`Thôn ${villageId}`, `Bản "${villageId}", xóm`, `=Thôn ${villageId}`),
    households: maybe(few),
    adults: maybe(fc.integer({ min: 0, max: 900 })),
    teams: fc.integer({ min: 0, max: 2 }),
    members: few,
    women: few,
    proficientPeople: maybe(
      fc
        .tuple(
          ...Array.from({ length: 5 }, () =>
            fc.option(fc.tuple(fc.integer({ min: 0, max: 60 }), maybe(few)), { freq: 5 }),
          ),
        )
        .map((months) =>
          months.flatMap((month, index) =>
            month === null ? [] : [{ month: 202_602 + index, people: month[0], assigned: month[1] }],
          ),
        ),
    ),
    coverage: maybe(fc.record({ reached: few, households: few, absent: few })),
    change: maybe(
      fc
        .subarray([...RATES])
        .chain((keys) =>
          fc.tuple(
            ...keys.map((key) =>
              fc.record({ key: fc.constant(key), asked: share, start: counts, end: counts }),
            ),
          ),
        ),
    ),
    agreement: maybe(fc.record({ agrees: few, differs: few, unreachable: few })),
    priorityGroups: maybe(fc.record({ reached: few, registered: few })),
    reports: maybe(
      fc.array(
        fc.record({
          periodKey: fc.constantFrom("2026-02", "2026-03"),
          dueOn: fc.constant("2026-03-20" as LocalDate),
          daysLate: maybe(fc.integer({ min: 0, max: 6 })),
        }),
        { maxLength: 3 },
      ),
    ),
    training: maybe(fc.record({ attended: few, asked: few })),
    goodWork: maybe(fc.record({ recognised: few, replicated: few, story: few })),
    campaigns: maybe(fc.record({ goal: fc.integer({ min: 0, max: 3 }) })),
    told: fc
      .subarray(["c0", "c1", "c2", "c3"])
      .map((keys) =>
        Object.fromEntries(keys.map((key, index) => [key, { points: 40 * index + 7, document: "12/BB" }])),
      ),
    votes: fc
      .subarray(["c0", "c1", "c2", "c3", "c4"])
      .map((keys) =>
        Object.fromEntries(
          keys.map((key, index) => [key, { sum: 350 * index, votes: 3 * index, voters: 3 * index + 1 }]),
        ),
      ),
  });

/** A whole result, scored by the house itself. */
export const reviewResults: fc.Arbitrary<ReviewResult> = fc
  .record({
    content: sheet,
    all: fc.tuple(...Array.from({ length: VILLAGES }, (_, index) => facts(index + 1))),
    count: fc.integer({ min: 1, max: VILLAGES }),
    twins: fc.boolean(),
    out: fc.subarray([2, 5, 8]),
  })
  .map(({ content, all, count, twins, out }) => {
    const [first] = all;
    // Two villages of the same facts stand on one rank.
    const given = all
      .slice(0, count)
      .map((one, index) =>
        twins && first && index === 1 ? { ...first, villageId: 2, name: "Thôn Song Sinh" } : one,
      );
    const bare = {
      format: RESULT_FORMAT,
      commune: { id: 7, name: "Suối Mơ", province: "Hòa Lạc" },
      review: {
        id: "0199a000-0000-7000-8000-000000000001",
        kind: "annual",
        year: 2026,
        title: "Thi đua năm 2026",
        firstMonth: 202_602,
        lastMonth: 202_603,
        firstDay: "2026-02-01" as LocalDate,
        lastDay: "2026-03-31" as LocalDate,
      },
      sheet: { version: 1, title: "Bảng điểm", document: "12/QĐ-UBND", sha256: "0".repeat(64), content },
      months: [
        monthOf(202_602, "2026-02-01", "2026-02-28", 1),
        monthOf(202_603, "2026-03-01", "2026-03-31", 2),
      ],
      facts: given,
      exclusions: out
        .filter((villageId) => villageId <= count)
        .map((villageId) => ({
          villageId,
          reason: "Số liệu sai sự thật.",
          document: "3/KL",
          day: "2026-12-01" as LocalDate,
        })),
    } as const;
    return { ...bare, villages: scoreResult(bare) } as unknown as ReviewResult;
  });

function monthOf(id: number, firstDay: string, lastDay: string, sealNumber: number) {
  const sealSha256 = String(sealNumber).repeat(64);
  return {
    id,
    firstDay: firstDay as LocalDate,
    lastDay: lastDay as LocalDate,
    isTrial: false,
    sealNumber,
    sealSha256,
  };
}
