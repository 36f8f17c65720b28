import { expect, it } from "vitest";
import { coverageDenominator } from "./coverage-denominator.ts";

it.each([
  [100, 0, 100],
  [100, 10, 90],
  [100, 15, 85],
  [100, 16, 85],
  [100, 100, 85],
  [6, 1, 6],
  [0, 0, 0],
])(
  "B13: of %i households with %i away for long, %i are the denominator",
  (households, longAbsent, denominator) => {
    expect(coverageDenominator({ households, longAbsent, adults: 0 })).toBe(denominator);
  },
);
