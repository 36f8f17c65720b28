import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sayNumber } from "./say-number.ts";

describe("A35: figures to be read aloud", () => {
  it.each([
    [0, "không"],
    [4, "bốn"],
    [10, "mười"],
    [11, "mười một"],
    [14, "mười bốn"],
    [15, "mười lăm"],
    [20, "hai mươi"],
    [21, "hai mươi mốt"],
    [24, "hai mươi tư"],
    [25, "hai mươi lăm"],
    [100, "một trăm"],
    [105, "một trăm linh năm"],
    [115, "một trăm mười lăm"],
    [1_005, "một nghìn không trăm linh năm"],
    [1_205, "một nghìn hai trăm linh năm"],
    [2_026, "hai nghìn không trăm hai mươi sáu"],
    [10_000, "mười nghìn"],
    [1_000_001, "một triệu không trăm linh một"],
    [1_234_567, "một triệu hai trăm ba mươi tư nghìn năm trăm sáu mươi bảy"],
  ])("A35: %d is said %s", (value, words) => {
    expect(sayNumber(value)).toBe(words);
  });

  it("A35: no two numbers sound alike, and no figure is left for the speaker to read", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 0, max: 2_000_000 }), (a, b) => {
        expect(sayNumber(a) === sayNumber(b)).toBe(a === b);
        expect(sayNumber(a)).toMatch(/^[\p{L}]+( [\p{L}]+)*$/u);
      }),
    );
  });

  it("A35: a part of a person is an error, not a word", () => {
    for (const value of [-1, 0.5, Number.NaN]) expect(() => sayNumber(value)).toThrow();
  });
});
