import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { carriersOf, type UnitPart } from "./carriers.ts";

const LAST = "2026-12-31" as LocalDate;
const part = (kind: UnitPart["kind"], oldId: number, newId: number, on = "2026-05-01"): UnitPart => ({
  kind,
  oldId,
  newId,
  effectiveOn: on as LocalDate,
});

describe("A26: who answers for the work of a village that is gone", () => {
  it("is the one it became part of, through as many mergers and new names as there were", () => {
    const { carrierOf } = carriersOf(
      [
        part("merge", 1, 10),
        part("merge", 2, 10),
        part("rename", 10, 11),
        part("merge", 11, 20, "2026-09-01"),
      ],
      LAST,
    );
    expect([1, 2, 10, 11, 20, 30].map(carrierOf)).toEqual([20, 20, 20, 20, 20, 30]);
  });

  it("is nobody for one that was divided; what came of it begins on the day", () => {
    const { carrierOf, bornOn } = carriersOf([part("split", 1, 2), part("split", 1, 3)], LAST);
    expect(carrierOf(1)).toBe(1);
    expect([bornOn.get(2), bornOn.get(3), bornOn.get(1)]).toEqual(["2026-05-01", "2026-05-01", undefined]);
  });

  it("is itself while the change is still to come, and for ever where changes name each other in a ring", () => {
    expect(carriersOf([part("merge", 1, 2, "2027-01-01")], LAST).carrierOf(1)).toBe(1);
    expect(() => carriersOf([part("rename", 1, 2), part("rename", 2, 1)], LAST).carrierOf(1)).not.toThrow();
  });
});
