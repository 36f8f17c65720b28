import { describe, expect, it } from "vitest";
import type { VillageFacts } from "#app/domain/year/criteria-sheet.ts";
import { whatWasRun } from "#app/domain/year/review-run.ts";
import { scoreVillage } from "#app/domain/year/score-village.ts";
import { monthsOf, villageFacts } from "../../tests/support/year-facts.ts";
import { PRESETS } from "./presets.ts";
import { day } from "./typed-values.ts";

const { sheet } = PRESETS["dai-son-2026"].proposal;

/** Hundredths of one criterion, with all criteria taken as run, so that nothing is spread. */
function points(facts: VillageFacts, key: string): number {
  const run = whatWasRun(sheet, [facts, EVERYTHING]);
  const found = scoreVillage(sheet, facts, run).criteria.find((criterion) => criterion.key === key);
  if (!found) throw new Error(`no criterion ${key}`);
  return found.shown;
}

const EVERYTHING = villageFacts({
  villageId: 2,
  proficientPeople: monthsOf([50]),
  coverage: { reached: 80, households: 100, absent: 0 },
  change: [{ key: "e_payment_account", asked: 9_000, start: null, end: { part: 1, whole: 1 } }],
  agreement: { agrees: 20, differs: 0, unreachable: 0 },
  priorityGroups: { reached: 1, registered: 2 },
  reports: reportsOf([0]),
  training: { attended: 1, asked: 1 },
  goodWork: { recognised: 4 },
  campaigns: { goal: 1 },
});

// SCORING.md section 2, "Checks": the figures the proposal was defended with.
describe("K01: the proposed sheet", () => {
  it.each([
    [80, 48.5],
    [150, 49.3],
    [600, 49.7],
    [1_000, 49.6],
    [2_000, 44.3],
  ])("gives equal effort equal points: %i adults, %f of 50", (adults, told) => {
    // Five members reach sixty people a month as chance has it, and no more than need help that month.
    const people = chances(adults).reduce(
      (sum, { people, chance }) =>
        sum +
        chance * points(villageFacts({ adults, proficientPeople: monthsOf([people]) }), "proficient-people"),
      0,
    );
    const helped = 1 - (1 - Math.min(60, adults / 8) / adults) ** 12;
    const households = Math.round(adults / 2.35);
    const reached = Math.round(households * (1 - (1 - helped) ** 2.35));
    const coverage = points(
      villageFacts({ adults, coverage: { reached, households, absent: 0 } }),
      "household-coverage",
    );
    expect(Math.abs((people + coverage) / 100 - told)).toBeLessThan(0.25);
  });

  it("pays nothing for added figures: 35 told as 52 come back to 35, and quality is lost", () => {
    const honest = villageFacts({
      adults: 1_000,
      proficientPeople: monthsOf([35, 35, 35]),
      agreement: { agrees: 20, differs: 0, unreachable: 3 },
    });
    const inflated = villageFacts({
      adults: 1_000,
      proficientPeople: monthsOf([52, 52, 52]),
      agreement: { agrees: 35, differs: 17, unreachable: 0 },
    });
    expect([points(honest, "proficient-people"), points(honest, "quality")]).toEqual([2_100, 1_000]);
    expect([points(inflated, "proficient-people"), points(inflated, "quality")]).toEqual([2_100, 0]);
  });

  it.each([
    [20, 60, 0.62],
    [85, 85, 0.47],
  ])("pays for what moved: a rate from %i to %i of 100 with 90 asked is %f", (start, end, told) => {
    const change = [
      {
        key: "e_payment_account",
        asked: 9_000,
        start: { part: start, whole: 100 },
        end: { part: end, whole: 100 },
      },
    ];
    expect(points(villageFacts({ change }), "improvement") / 1_500).toBeCloseTo(told, 2);
  });

  it("gives a part year its whole: seven counted months at full are 30", () => {
    const facts = villageFacts({ adults: 900, proficientPeople: monthsOf(Array(7).fill(50)) });
    expect(points(facts, "proficient-people")).toBe(3_000);
  });

  it("asks two teams for twice the people, and never for more than a tenth of the adults", () => {
    const thirty = { adults: 2_000, proficientPeople: monthsOf([60]) };
    expect(points(villageFacts({ ...thirty, teams: 1 }), "proficient-people")).toBe(3_000);
    expect(points(villageFacts({ ...thirty, teams: 2 }), "proficient-people")).toBe(1_800);
    expect(points(villageFacts({ ...thirty, adults: 800, teams: 2 }), "proficient-people")).toBe(2_250);
  });

  it("leaves confirmed absent households out, up to 15 in 100", () => {
    const of = (absent: number) =>
      points(villageFacts({ coverage: { reached: 60, households: 100, absent } }), "household-coverage");
    expect([of(0), of(10), of(15), of(40)]).toEqual([1_500, 1_667, 1_765, 1_765]);
  });

  it("spreads reports evenly, half for up to three days late, nothing for none", () => {
    expect(points(villageFacts({ reports: reportsOf([-2, 0, 3, 4, null]) }), "reports")).toBe(400);
  });
});

function reportsOf(lateBy: readonly (number | null)[]): VillageFacts["reports"] {
  return lateBy.map((daysLate, index) => ({
    periodKey: `2026-0${index + 1}`,
    dueOn: day(`2026-0${index + 1}-19`),
    daysLate,
  }));
}

/** How likely so many people are in a month: lots of mean sixty, cut at those in need, one in eight of the adults. */
function chances(adults: number): { people: number; chance: number }[] {
  const most = 110;
  const effort = normalised(most, (count) => -60 + count * Math.log(60) - logFactorial(count));
  const need = normalised(most, (count) =>
    count > adults
      ? Number.NEGATIVE_INFINITY
      : logFactorial(adults) -
        logFactorial(count) -
        logFactorial(adults - count) +
        count * Math.log(0.125) +
        (adults - count) * Math.log(0.875),
  );
  const atLeast = (chancesOf: readonly number[], count: number) =>
    chancesOf.slice(count).reduce((sum, chance) => sum + chance, 0);
  return Array.from({ length: most }, (_, people) => {
    const [one, two] = [atLeast(effort, people), atLeast(effort, people + 1)];
    const [three, four] = [atLeast(need, people), atLeast(need, people + 1)];
    return { people, chance: one * three - two * four };
  });
}

function normalised(most: number, logOf: (count: number) => number): number[] {
  const raw = Array.from({ length: most + 1 }, (_, count) => Math.exp(logOf(count)));
  const below = raw.reduce((sum, chance) => sum + chance, 0);
  // Whoever needs help beyond the table is as good as at its end.
  return raw.map((chance, count) => (count === most ? chance + Math.max(0, 1 - below) : chance));
}

function logFactorial(count: number): number {
  let sum = 0;
  for (let each = 2; each <= count; each++) sum += Math.log(each);
  return sum;
}
