import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { lightOf, lightOfPlace, project, stepOn } from "./progress.ts";

const day = (text: string) => text as LocalDate;
const year = { firstDay: day("2025-12-15"), lastDay: day("2026-12-14") };
const step = { lastDay: year.lastDay, basisPoints: 8_000 };
const facts = {
  comparator: "at_least",
  step,
  projected: null,
  today: day("2026-06-15"),
  aspirational: false,
} as const;

describe("the way to a target", () => {
  it("B12: what is asked by 30/6 is asked first, and the day itself still counts", () => {
    const june = { lastDay: day("2026-06-29"), basisPoints: 5_000 };
    expect(stepOn([step, june], day("2026-06-29"))).toBe(june);
    expect(stepOn([step, june], day("2026-06-30"))).toBe(step);
    expect(stepOn([step, june], day("2027-01-01"))).toBe(step);
    expect(stepOn([], day("2027-01-01"))).toBeNull();
  });

  it("K08: the light follows from figures and days: reached, on course, behind, late, no data", () => {
    const half = { part: 50, whole: 100 };
    expect(lightOf({ ...facts, measured: { part: 80, whole: 100 } })).toBe("reached");
    expect(lightOf({ ...facts, measured: half, projected: { part: 95, whole: 100 } })).toBe("on_course");
    expect(lightOf({ ...facts, measured: half, projected: { part: 60, whole: 100 } })).toBe("behind");
    expect(lightOf({ ...facts, measured: half })).toBe("behind");
    expect(lightOf({ ...facts, measured: half, today: day("2026-12-15") })).toBe("late");
    expect(lightOf({ ...facts, measured: { part: 0, whole: null } })).toBe("no_data");
  });

  it('B08, B16, B17: what is only striven for ("phấn đấu") is never red', () => {
    const over = { ...facts, measured: { part: 50, whole: 100 }, today: day("2026-12-15") };
    expect(lightOf({ ...over, aspirational: true })).toBe("behind");
    expect(lightOfPlace(6, 5, true, true)).toBe("behind");
  });

  it("B19: a place is reached from above: fifth of the top five is in, sixth is not", () => {
    expect([5, 6].map((place) => lightOfPlace(place, 5, false, false))).toEqual(["reached", "behind"]);
    expect(lightOfPlace(6, 5, true, false)).toBe("late");
    expect(lightOfPlace(null, 5, true, false)).toBe("no_data");
  });

  it("draws a count on to the end of the year, never beyond the list, and not from two weeks", () => {
    const halfWay = day("2026-06-14");
    expect(project({ part: 40, whole: 100 }, year, halfWay)).toEqual({ part: 80, whole: 100 });
    expect(project({ part: 90, whole: 100 }, year, halfWay)).toEqual({ part: 100, whole: 100 });
    expect(project({ part: 40, whole: 100 }, year, day("2025-12-20"))).toBeNull();
    expect(project({ part: 40, whole: null }, year, halfWay)).toBeNull();
    expect(project({ part: 40, whole: 100 }, year, day("2027-02-01"))).toEqual({ part: 40, whole: 100 });
  });
});
