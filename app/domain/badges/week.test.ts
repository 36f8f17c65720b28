import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { runningWeeks, runThrough, weekOf, weeksTouched } from "./week.ts";

const day = (text: string) => text as LocalDate;
const weeks = (...mondays: string[]) => {
  const known = new Set(mondays);
  return (week: LocalDate) => known.has(week);
};

describe("weeks", () => {
  it.each([
    ["2026-11-16", "2026-11-16"],
    ["2026-11-22", "2026-11-16"],
    ["2027-01-01", "2026-12-28"],
  ])("%s lies in the week of Monday %s", (inside, monday) => {
    expect(weekOf(day(inside))).toBe(monday);
  });

  it("a range takes in every week it touches", () => {
    expect(weeksTouched(day("2026-11-22"), day("2026-11-23"))).toEqual(["2026-11-16", "2026-11-23"]);
  });

  it("an excused week carries a run on and is not counted in it", () => {
    const run = runThrough(day("2026-11-16"), weeks("2026-11-02", "2026-11-16"), weeks("2026-11-09"));
    expect(run).toEqual(["2026-11-02", "2026-11-16"]);
  });

  it("nothing is broken before this week is over", () => {
    const active = weeks("2026-11-02", "2026-11-09");
    expect(runningWeeks(day("2026-11-22"), active, weeks())).toHaveLength(2);
    expect(runningWeeks(day("2026-11-23"), active, weeks())).toHaveLength(0);
    expect(runningWeeks(day("2026-11-23"), active, weeks("2026-11-16"))).toHaveLength(2);
  });
});
