import { describe, expect, it } from "vitest";
import { attainment, missing, passes, shareBasisPoints, showShare, sumMeasured } from "./measure.ts";

const atLeast = (percent: number) => ({ comparator: "at_least", basisPoints: percent * 100 }) as const;
const moreThan = (percent: number) => ({ comparator: "more_than", basisPoints: percent * 100 }) as const;

describe("a target measured", () => {
  it.each([
    [atLeast(85), 85, 100, true],
    [atLeast(85), 84, 100, false],
    [moreThan(85), 85, 100, false],
    [moreThan(85), 8_501, 10_000, true],
    [atLeast(85), 849_999, 1_000_000, false],
    [atLeast(80), 4, 5, true],
    [atLeast(100), 999_999, 1_000_000, false],
  ])("B17: ≥ and > are two words: %o of %i/%i passes: %s", (test, part, whole, expected) => {
    expect(passes(test, { part, whole })).toBe(expected);
  });

  it("B01: a list of nobody, or an unknown one, is no data: neither 0 % nor 100 %", () => {
    for (const whole of [0, null]) {
      const measured = { part: 0, whole };
      expect(passes(atLeast(80), measured)).toBe("no_data");
      expect(shareBasisPoints(measured)).toBeNull();
      expect(attainment(atLeast(80), measured)).toBeNull();
      expect(missing(atLeast(80), measured)).toBeNull();
      expect(showShare(atLeast(80), measured)).toBeNull();
    }
    expect(sumMeasured([{ part: 3, whole: null }])).toEqual({ part: 0, whole: null, unknown: 1 });
  });

  it('B17: "85,0 %" that fails explains itself: 84,97 % < 85 %, and 85 % = 85 % under "trên"', () => {
    expect(showShare(atLeast(85), { part: 8_497, whole: 10_000 })).toEqual({
      units: 8497,
      decimals: 2,
      asked: 8500,
      sign: "<",
    });
    expect(showShare(moreThan(85), { part: 85, whole: 100 })).toMatchObject({ units: 850, sign: "=" });
    expect(showShare(moreThan(85), { part: 8_501, whole: 10_000 })).toMatchObject({
      units: 8501,
      decimals: 2,
    });
    expect(showShare(atLeast(80), { part: 61, whole: 100 })).toMatchObject({
      units: 610,
      decimals: 1,
      sign: "<",
    });
    expect(showShare(atLeast(85), { part: 8_499_999, whole: 10_000_000 })).toMatchObject({
      units: 8499999,
      decimals: 5,
    });
  });

  it("the gap is the smallest number that passes", () => {
    expect(missing(atLeast(80), { part: 70, whole: 100 })).toBe(10);
    expect(missing(moreThan(50), { part: 40, whole: 100 })).toBe(11);
    expect(missing(moreThan(50), { part: 40, whole: 81 })).toBe(1);
    expect(missing(atLeast(80), { part: 90, whole: 100 })).toBe(0);
  });

  it("places without a list are left out on both sides of a sum", () => {
    expect(
      sumMeasured([
        { part: 5, whole: 10 },
        { part: 9, whole: null },
        { part: 1, whole: 0 },
      ]),
    ).toEqual({ part: 5, whole: 10, unknown: 2 });
  });
});
