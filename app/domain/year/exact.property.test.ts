import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import {
  add,
  compare,
  divide,
  exact,
  exactText,
  multiply,
  NOUGHT,
  readExact,
  roundHalfUp,
  subtract,
} from "./exact.ts";

const anyExact = fc
  .tuple(fc.bigInt({ min: -1_000_000n, max: 1_000_000n }), fc.bigInt({ min: 1n, max: 1_000_000n }))
  .map(([above, below]) => exact(above, below));

describe("a fraction", () => {
  it.each([
    [1n, 2n, 1],
    [-1n, 2n, 0],
    [3n, 2n, 2],
    [-3n, 2n, -1],
    [899_949n, 100n, 8_999],
    [899_950n, 100n, 9_000],
  ])("%i/%i rounds to %i", (above, below, whole) => {
    expect(roundHalfUp(exact(above, below))).toBe(whole);
  });

  it("is one text for one value, and no other text is read", () => {
    expect(exactText(exact(4, -6))).toBe("-2/3");
    for (const wrong of ["", "1", "1/0", "1/-2", "1.5/2", "1e3/4", " 1/2"]) {
      expect(() => readExact(wrong)).toThrow();
    }
    expect(() => exact(1, 0)).toThrow();
  });

  test.prop([anyExact, anyExact])("loses nothing", (left, right) => {
    expect(subtract(add(left, right), right)).toEqual(left);
    if (right.numerator !== 0n) expect(divide(multiply(left, right), right)).toEqual(left);
    expect(readExact(exactText(left))).toEqual(left);
    expect(compare(left, right)).toBe(Math.sign(compare(subtract(left, right), NOUGHT)));
  });
});
