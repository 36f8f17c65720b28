import { describe, expect, it } from "vitest";
import { agreementRate, countLooks, qualityPoints, trustBasisPoints } from "./agreement.ts";

describe("the rate of agreement", () => {
  it("is missing, not zero, until ten people were asked", () => {
    expect(agreementRate({ agrees: 9, differs: 0 })).toBeNull();
    expect(agreementRate({ agrees: 9, differs: 1 })).toBe(9_000);
    expect(countLooks(["agrees", null, "unreachable", "agrees"])).toEqual({
      agrees: 2,
      differs: 0,
      unreachable: 1,
    });
  });

  it.each([
    [10_000, 1_000],
    [9_500, 1_000],
    [9_499, 999],
    [8_750, 500],
    [8_000, 0],
    [6_700, 0],
  ])("J23: of %i gives %i of 1000 hundredths for quality", (rate, points) => {
    expect(qualityPoints(rate, 1_000)).toBe(points);
  });

  it("takes counted people at their word from 95 % on, and takes inflation out below", () => {
    expect(trustBasisPoints(null)).toBe(10_000);
    expect(trustBasisPoints(9_500)).toBe(10_000);
    // 35 true people reported as 52: two thirds agree, and 35 are left.
    expect(Math.round((52 * trustBasisPoints(6_730)) / 10_000)).toBe(35);
  });
});
