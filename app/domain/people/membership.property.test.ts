import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { addDays, type LocalDate } from "../calendar/local-date.ts";
import { checkMembership, coversDay, type Interval, overlap } from "./membership.ts";

const firstDay = "2026-01-01" as LocalDate;
const day = fc.nat(800).map((days) => addDays(firstDay, days));
const interval: fc.Arbitrary<Interval> = fc
  .tuple(day, fc.option(fc.nat(200), { nil: null }))
  .map(([from, length]) => ({ from, until: length === null ? null : addDays(from, length) }));

describe("a person's time in one team", () => {
  test.prop([interval, interval, day])(
    "two intervals that share a day overlap, and so the other way round",
    (a, b, on) => {
      expect(overlap(a, b)).toBe(overlap(b, a));
      if (coversDay(a, on) && coversDay(b, on)) expect(overlap(a, b)).toBe(true);
    },
  );

  test.prop([fc.array(interval, { maxLength: 12 }), day])(
    "A21: whatever was accepted one after another never covers a day twice",
    (wanted, on) => {
      const accepted: Interval[] = [];
      for (const one of wanted) if (checkMembership(one, accepted).ok) accepted.push(one);
      expect(accepted.filter((one) => coversDay(one, on)).length).toBeLessThanOrEqual(1);
    },
  );

  test.prop([day])("a time that ends before it starts is refused", (from) => {
    const refusal = { ok: false, code: "membership_ends_before_it_starts" };
    expect(checkMembership({ from, until: addDays(from, -1) }, [])).toEqual(refusal);
  });
});
