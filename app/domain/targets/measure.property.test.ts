import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { attainment, missing, passes, showShare, sumMeasured } from "./measure.ts";

const anyTest = fc.record({
  comparator: fc.constantFrom("at_least" as const, "more_than" as const),
  basisPoints: fc.integer({ min: 1, max: 9_999 }),
});
const anyMeasured = fc
  .integer({ min: 1, max: 2_000_000 })
  .chain((whole) => fc.integer({ min: 0, max: whole }).map((part) => ({ part, whole })));

describe("whatever is measured against whatever is asked", () => {
  test.prop([anyTest, anyMeasured])(
    "the share as shown says the same as the exact comparison",
    (asked, measured) => {
      const shown = showShare(asked, measured);
      if (!shown) throw new Error("a known list has a share");
      const [units, line] = [BigInt(shown.units), BigInt(asked.basisPoints) * 10n ** BigInt(shown.decimals)];
      const sign = units * 100n < line ? "<" : units * 100n > line ? ">" : "=";
      expect(sign).toBe(shown.sign);
      const isPassed = asked.comparator === "at_least" ? sign !== "<" : sign === ">";
      expect(passes(asked, measured)).toBe(isPassed);
    },
  );

  test.prop([anyTest, anyMeasured])(
    "what is missing makes it pass, and one less does not",
    (asked, measured) => {
      const more = missing(asked, measured) ?? 0;
      if (measured.part + more > measured.whole) return;
      expect(passes(asked, { ...measured, part: measured.part + more })).toBe(true);
      if (more > 0) expect(passes(asked, { ...measured, part: measured.part + more - 1 })).toBe(false);
    },
  );

  test.prop([anyTest, anyMeasured])(
    "one more counted never takes a passed target back",
    (asked, measured) => {
      if (measured.part === measured.whole || passes(asked, measured) !== true) return;
      expect(passes(asked, { ...measured, part: measured.part + 1 })).toBe(true);
      expect(attainment(asked, measured)).toBe(10_000);
    },
  );

  test.prop([fc.array(anyMeasured)])("a sum does not depend on the order of villages", (places) => {
    expect(sumMeasured(places.toReversed())).toEqual(sumMeasured(places));
  });
});
