import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { monthPace } from "./month-pace.ts";

const day = (text: string) => text as LocalDate;
const month = { firstDay: day("2026-11-01"), lastDay: day("2026-11-30") };

describe("the month of a team", () => {
  it("B14: warns of a shortage while there is still time, and not in the first days", () => {
    expect(monthPace(10, 50, month, day("2026-11-15"))).toEqual({
      daysLeft: 16,
      projected: 20,
      isShort: true,
    });
    expect(monthPace(30, 50, month, day("2026-11-15"))).toMatchObject({ projected: 60, isShort: false });
    expect(monthPace(0, 50, month, day("2026-11-03"))).toEqual({
      daysLeft: 28,
      projected: null,
      isShort: false,
    });
    expect(monthPace(50, 50, month, day("2026-11-30"))).toMatchObject({ daysLeft: 1, isShort: false });
    expect(monthPace(10, null, month, day("2026-11-15")).isShort).toBe(false);
    expect(monthPace(49, 50, month, day("2026-12-05"))).toEqual({
      daysLeft: 0,
      projected: 49,
      isShort: true,
    });
  });
});
