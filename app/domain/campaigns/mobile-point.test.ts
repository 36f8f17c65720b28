import { describe, expect, it } from "vitest";
import {
  codeWindow,
  judgePresence,
  judgeShift,
  minutesAt,
  pointPhase,
  windowsTaken,
} from "./mobile-point.ts";

const HOUR = 3_600_000;
const times = { startsAt: 8 * HOUR, endsAt: 11 * HOUR, closedAt: null };

describe("a mobile point", () => {
  it("D11: takes presence from an hour before to an hour after, and not once it is closed", () => {
    expect([6.9, 7, 11.9, 12].map((hour) => pointPhase(times, hour * HOUR))).toEqual([
      "coming",
      "open",
      "open",
      "over",
    ]);
    expect(judgePresence(times, 6 * HOUR)).toMatchObject({ code: "point_not_open" });
    expect(judgePresence({ ...times, closedAt: 9 * HOUR }, 9.5 * HOUR)).toMatchObject({
      code: "point_closed",
    });
  });

  it("D10: counts the minutes between coming and going, within its times", () => {
    expect(minutesAt(times, { cameAt: 7.5 * HOUR, leftAt: null }, 9 * HOUR)).toBe(60);
    expect(minutesAt(times, { cameAt: 8.5 * HOUR, leftAt: 9.5 * HOUR }, 20 * HOUR)).toBe(60);
    expect(minutesAt(times, { cameAt: 8 * HOUR, leftAt: null }, 20 * HOUR)).toBe(180);
    expect(minutesAt(times, { cameAt: 11.5 * HOUR, leftAt: null }, 20 * HOUR)).toBe(0);
  });

  it("D10: 119 minutes are no shift, 120 are one, and it is logged once", () => {
    expect(judgeShift(119, false)).toMatchObject({ code: "point_shift_short", minutes: 119 });
    expect(judgeShift(120, false)).toMatchObject({ ok: true });
    expect(judgeShift(300, true)).toMatchObject({ code: "point_shift_logged" });
  });

  it("D11: a code is good for five minutes", () => {
    const shown = codeWindow(9 * HOUR);
    expect(windowsTaken(9 * HOUR + 4 * 60_000)).toContain(shown);
    expect(windowsTaken(9 * HOUR + 5 * 60_000)).not.toContain(shown);
  });
});
