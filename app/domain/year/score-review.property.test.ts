import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { monthsOf, villageFacts } from "../../../tests/support/year-facts.ts";
import type { CriteriaSheet, Criterion, VillageFacts } from "./criteria-sheet.ts";
import { add, compare, exactText, NOUGHT, readExact } from "./exact.ts";
import { listCriteria } from "./review-run.ts";
import { scoreReview } from "./score-review.ts";

const people = part("people", 4_000, {
  kind: "people_mean",
  every: "month",
  perTeam: 50,
  ofAdults: 1_000,
  trust: { from: 9_500, leastLooks: 10 },
});
const coverage = part("coverage", 2_500, { kind: "share", asked: 8_000, absentAtMost: 1_500 });
const change = part("change", 1_500, { kind: "attained_and_closed", rates: "targets_of_the_plan" });
const quality = part("quality", 1_000, { kind: "between", from: 8_000, to: 9_500, leastLooks: 10 });
const work = part("work", 1_000, { kind: "each", points: { recognised: 200, replicated: 100, story: 50 } });

const sheet: CriteriaSheet = {
  total: 10_000,
  groups: [
    { key: "all", title: "Tất cả", criteria: [people, coverage, change, quality, work] },
    {
      key: "beyond",
      title: "Ngoài một trăm",
      criteria: [told("bonus", 300, "bonus"), { ...told("off", 500, "deduction"), nature: "deduction" }],
    },
  ],
  bands: [
    { key: "excellent", title: "Xuất sắc", from: 9_000, conditions: [{ kind: "no_gap" }] },
    { key: "good", title: "Tốt", from: 8_000, conditions: [{ kind: "quota_met_months", atLeast: 2 }] },
    { key: "fair", title: "Khá", from: 6_500, conditions: [] },
    { key: "weak", title: "Yếu", from: 0, conditions: [] },
  ],
  ties: ["household_coverage", "months_met", "agreement"],
  quota: 2_000,
  clusters: [],
};

function part(
  key: string,
  maximum: number,
  formula: Extract<Criterion["measure"], { by: "metric" }>["formula"],
): Criterion {
  const metrics = {
    people: "proficient_people",
    coverage: "household_coverage",
    change: "change",
    quality: "agreement",
    work: "good_work",
  } as const;
  const metric = metrics[key as keyof typeof metrics];
  return {
    key,
    title: key,
    explanation: key,
    maximum,
    nature: "part",
    measure: { by: "metric", metric, formula },
  };
}

function told(key: string, maximum: number, nature: Criterion["nature"]): Criterion {
  return { key, title: key, explanation: key, maximum, nature, measure: { by: "document" } };
}

const count = fc.integer({ min: 0, max: 80 });
const anyVillage = fc
  .record({
    adults: fc.integer({ min: 20, max: 900 }),
    teams: fc.integer({ min: 1, max: 3 }),
    months: fc.array(count, { minLength: 1, maxLength: 5 }),
    reached: count,
    end: count,
    agrees: fc.integer({ min: 4, max: 20 }),
    differs: fc.integer({ min: 6, max: 9 }),
    stories: fc.integer({ min: 0, max: 25 }),
    bonus: fc.integer({ min: 0, max: 300 }),
    off: fc.integer({ min: 0, max: 500 }),
    known: fc.integer({ min: 0, max: 31 }),
  })
  .map((drawn): Omit<VillageFacts, "villageId" | "name"> => {
    const knows = (bit: number) => (drawn.known >> bit) % 2 === 0;
    return villageFacts({
      adults: drawn.adults,
      teams: drawn.teams,
      proficientPeople: knows(0) ? monthsOf(drawn.months) : null,
      coverage: knows(1) ? { reached: drawn.reached, households: 90, absent: 20 } : null,
      change: knows(2)
        ? [{ key: "rate", asked: 8_500, start: { part: 20, whole: 80 }, end: { part: drawn.end, whole: 80 } }]
        : null,
      agreement: knows(3) ? { agrees: drawn.agrees, differs: drawn.differs, unreachable: 1 } : null,
      goodWork: knows(4) ? { story: drawn.stories } : null,
      told: {
        bonus: { points: drawn.bonus, document: "1/QĐ-UBND" },
        off: { points: drawn.off, document: "2/BB-UBND" },
      },
    });
  });
const anyReview = fc
  .array(anyVillage, { minLength: 1, maxLength: 12 })
  .map((villages) =>
    villages.map(
      (facts, index): VillageFacts => ({ ...facts, villageId: index + 1, name: `Thôn ${index + 1}` }),
    ),
  );

/** What a village may do better in, told as one more of it. */
const RAISES: readonly ((facts: VillageFacts) => VillageFacts)[] = [
  (facts) => ({
    ...facts,
    proficientPeople:
      facts.proficientPeople?.map((month) => ({ ...month, people: month.people + 3 })) ?? null,
  }),
  (facts) => ({
    ...facts,
    coverage: facts.coverage && { ...facts.coverage, reached: facts.coverage.reached + 5 },
  }),
  (facts) => ({
    ...facts,
    change:
      facts.change?.map((rate) => ({ ...rate, end: rate.end && { ...rate.end, part: rate.end.part + 4 } })) ??
      null,
  }),
  (facts) => ({
    ...facts,
    agreement: facts.agreement && { ...facts.agreement, agrees: facts.agreement.agrees + 2 },
  }),
  (facts) => ({ ...facts, goodWork: facts.goodWork && { story: (facts.goodWork.story ?? 0) + 1 } }),
];

describe("K01: a review", () => {
  test.prop([anyReview, fc.nat(), fc.integer({ min: 0, max: RAISES.length - 1 })])(
    "never lowers the score or the rank of a village that did better",
    (villages, drawn, way) => {
      const chosen = (drawn % villages.length) + 1;
      const raise = RAISES[way];
      if (raise === undefined) throw new Error("no such way");
      const raised = villages.map((facts) => (facts.villageId === chosen ? raise(facts) : facts));
      const [before, after] = [villages, raised].map((each) =>
        scoreReview(sheet, each).find(({ villageId }) => villageId === chosen),
      );
      if (!before || !after) throw new Error("the village is gone");
      expect(compare(readExact(after.exact), readExact(before.exact))).toBeGreaterThanOrEqual(0);
      expect(after.rank ?? 99).toBeLessThanOrEqual(before.rank ?? 99);
    },
  );

  test.prop([
    anyReview.chain((villages) =>
      fc.tuple(fc.constant(villages), fc.shuffledSubarray(villages, { minLength: villages.length })),
    ),
  ])("comes to the same in whatever order villages are read", ([villages, shuffled]) => {
    expect(scoreReview(sheet, shuffled)).toEqual(scoreReview(sheet, villages));
  });

  test.prop([anyReview])("is the sum of its criteria, exactly, and spreads what nobody ran", (villages) => {
    const scores = scoreReview(sheet, villages);
    const parts = new Set(listCriteria(sheet).flatMap(({ key, nature }) => (nature === "part" ? [key] : [])));
    for (const { criteria, exact } of scores) {
      const sum = criteria.reduce((known, { points }) => add(known, readExact(points)), NOUGHT);
      expect(exact).toBe(exactText(compare(sum, NOUGHT) < 0 ? NOUGHT : sum));
      const full = criteria
        .filter(({ key }) => parts.has(key))
        .reduce((known, { maximum }) => add(known, readExact(maximum)), NOUGHT);
      const isRun = criteria.some(({ key, state }) => parts.has(key) && state !== "not_run");
      expect(exactText(full)).toBe(isRun ? "10000/1" : "0/1");
    }
  });

  test.prop([anyReview])("ranks 1 2 2 4: one more than those who are better", (villages) => {
    for (const row of scoreReview(sheet, villages)) {
      const better = scoreReview(sheet, villages).filter(({ rank }) => (rank ?? 99) < (row.rank ?? 99));
      if (row.rank !== null) expect(row.rank).toBe(better.length + 1);
    }
  });
});

describe("a review", () => {
  const full = (villageId: number, known: Partial<VillageFacts> = {}) =>
    villageFacts({
      villageId,
      name: `Thôn ${villageId}`,
      adults: 900,
      proficientPeople: monthsOf([50, 50]),
      coverage: { reached: 72, households: 90, absent: 0 },
      agreement: { agrees: 20, differs: 0, unreachable: 0 },
      goodWork: { recognised: 5 },
      ...known,
    });

  it("shares a rank where score and ladder are equal, and parts it where a rung does", () => {
    const rows = scoreReview(sheet, [
      full(1),
      full(2, { coverage: { reached: 90, households: 90, absent: 0 } }),
      full(3),
      full(4, { goodWork: { recognised: 4 } }),
    ]);
    expect(rows.map(({ villageId, rank }) => [villageId, rank])).toEqual([
      [2, 1],
      [1, 2],
      [3, 2],
      [4, 4],
    ]);
  });

  it("spreads a criterion nobody ran; one a village alone left empty scores nothing and blocks its band", () => {
    const [whole, empty] = scoreReview(sheet, [full(1), full(2, { goodWork: null })]);
    expect(whole).toMatchObject({ exact: "10000/1", band: "excellent", heldBack: [] });
    expect(whole?.criteria.find(({ key }) => key === "change")).toMatchObject({
      state: "not_run",
      maximum: "0/1",
    });
    expect(empty?.criteria.find(({ key }) => key === "work")).toMatchObject({
      state: "no_data",
      points: "0/1",
    });
    expect(empty).toMatchObject({ score: 8_824, band: "good", bandByScore: "good" });
    const [, alone] = scoreReview(sheet, [full(1), full(2, { agreement: null, coverage: null })]);
    expect(alone?.criteria.filter(({ state }) => state === "no_data")).toHaveLength(2);
  });

  it("decides bands on the exact score: what is shown as 90.00 and is a hair below stays below", () => {
    // One person short of twelve thousand.
    const hair = full(1, { adults: 120_000, teams: 240, proficientPeople: monthsOf([11_999]) });
    const only = {
      ...sheet,
      bands: [{ key: "full", title: "Đủ", from: 10_000, conditions: [] }, ...sheet.bands],
    };
    const [row] = scoreReview(only, [hair]);
    expect(row).toMatchObject({ score: 10_000, band: "excellent" });
    expect(row?.exact).not.toBe("10000/1");
  });

  it("holds a village back below the band whose condition fails, and says which", () => {
    const [row] = scoreReview(sheet, [
      full(1, { proficientPeople: monthsOf([50, 49]) }),
      full(2, { proficientPeople: null }),
    ]);
    expect(row).toMatchObject({ villageId: 1, bandByScore: "excellent", band: "excellent" });
    const strict = { ...sheet, bands: sheet.bands.filter(({ key }) => key !== "excellent") };
    expect(scoreReview(strict, [full(1, { proficientPeople: monthsOf([50, 49]) })])[0]).toMatchObject({
      bandByScore: "good",
      band: "fair",
      heldBack: [{ band: "good", condition: "quota_met_months" }],
    });
  });

  it("ranks clusters apart and gives those kept out no rank, at the end", () => {
    const clusters = [{ key: "hill", title: "Vùng cao", villages: [3, 4] }];
    const rows = scoreReview({ ...sheet, clusters }, [full(1), full(2), full(3), full(4)], new Set([4]));
    expect(rows.map(({ villageId, cluster, rank }) => [villageId, cluster, rank])).toEqual([
      [3, "hill", 1],
      [1, null, 1],
      [2, null, 1],
      [4, "hill", null],
    ]);
  });

  test.prop([anyReview, fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 12, maxLength: 12 })])(
    "ranks clusters apart in the very order of all, and all together as if there were none",
    (villages, drawn) => {
      const inCluster = (number: number) =>
        villages.map(({ villageId }) => villageId).filter((_, index) => drawn[index] === number);
      const clusters = [1, 2].map((number) => ({
        key: `c${number}`,
        title: `Cụm ${number}`,
        villages: inCluster(number),
      }));
      const whole = new Map(scoreReview(sheet, villages).map((row) => [row.villageId, row]));
      const parted = scoreReview({ ...sheet, clusters }, villages);
      for (const row of parted) {
        expect(row.rankOfAll).toBe(whole.get(row.villageId)?.rank);
        const better = parted.filter(
          ({ cluster, rankOfAll }) => cluster === row.cluster && (rankOfAll ?? 99) < (row.rankOfAll ?? 99),
        );
        expect(row.rank).toBe(row.rank === null ? null : better.length + 1);
      }
      expect([...whole.values()].every((row) => !("rankOfAll" in row))).toBe(true);
    },
  );

  it("takes a key that every object knows for the word it is", () => {
    const key = "constructor";
    const only = {
      ...sheet,
      groups: [{ key: "all", title: "Tất cả", criteria: [told(key, 10_000, "part")] }],
    };
    expect(scoreReview(only, [villageFacts({})])[0]?.criteria).toMatchObject([{ key, state: "not_run" }]);
  });

  it("gives no rank where nothing was run", () => {
    expect(scoreReview(sheet, [villageFacts({})])[0]).toMatchObject({
      exact: "0/1",
      rank: null,
      band: "weak",
    });
  });
});
