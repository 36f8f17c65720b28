import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisiveWeights, rehearse, withWeights } from "#app/domain/year/rehearse.ts";
import { listCriteria } from "#app/domain/year/review-run.ts";
import { scoreReview } from "#app/domain/year/score-review.ts";
import { monthsOf, villageFacts } from "#tests/support/year-facts.ts";
import { PRESETS } from "./presets.ts";

const SHEET = PRESETS["dai-son-2026"].proposal.sheet;
const NOBODY: ReadonlySet<number> = new Set();

const village = (villageId: number, people: number, reached: number, attended: number) =>
  villageFacts({
    villageId,
    name: `Thôn ${villageId}`,
    proficientPeople: monthsOf([people, people, people]),
    coverage: { reached, households: 100, absent: 0 },
    training: { attended, asked: 20 },
  });

const villages = fc
  .array(fc.tuple(fc.nat(40), fc.nat(100), fc.nat(20)), { minLength: 2, maxLength: 8 })
  .map((list) =>
    list.map(([people, reached, attended], index) => village(index + 1, people, reached, attended)),
  );

describe("the rehearsal", () => {
  it("of the sheet as it is moves nobody", () => {
    fc.assert(
      fc.property(villages, (facts) => {
        const same = rehearse(SHEET, withWeights(SHEET, new Map()), facts, NOBODY);
        expect(
          same.every(({ before, after }) => before.rank === after.rank && before.score === after.score),
        ).toBe(true);
      }),
      { numRuns: 25 },
    );
  });

  it("names a weight only where that weight gives the place to the village it names", () => {
    fc.assert(
      fc.property(villages, fc.integer({ min: 1, max: 3 }), (facts, place) => {
        const before = scoreReview(SHEET, facts, NOBODY).filter(({ rank }) => rank !== null);
        for (const { key, to, villageId } of decisiveWeights(SHEET, facts, NOBODY, place)) {
          const after = scoreReview(withWeights(SHEET, new Map([[key, to]])), facts, NOBODY).filter(
            ({ rank }) => rank !== null,
          );
          expect(after[place - 1]?.villageId).toBe(villageId);
          expect(before[place - 1]?.villageId).not.toBe(villageId);
        }
      }),
      { numRuns: 25 },
    );
  });

  it("finds the nearest whole point: people before training, until training weighs enough", () => {
    const facts = [village(1, 30, 50, 0), village(2, 20, 50, 20)];
    const [nearest] = decisiveWeights(SHEET, facts, NOBODY, 1);
    const weigh = (to: number) =>
      scoreReview(withWeights(SHEET, new Map([[nearest?.key ?? "", to]])), facts, NOBODY)[0]?.villageId;
    expect(nearest).toBeDefined();
    const step = (nearest?.to ?? 0) > (nearest?.from ?? 0) ? -100 : 100;
    expect(weigh(nearest?.to ?? 0)).toBe(nearest?.villageId);
    expect(weigh((nearest?.to ?? 0) + step)).not.toBe(nearest?.villageId);
  });

  it("takes any weight, nought for all of them too, and then ranks nobody", () => {
    const none = new Map(listCriteria(SHEET).map(({ key }) => [key, 0]));
    const moves = rehearse(SHEET, withWeights(SHEET, none), [village(1, 3, 3, 3)], NOBODY);
    expect(moves.map(({ after }) => after.rank)).toEqual([null]);
  });
});
