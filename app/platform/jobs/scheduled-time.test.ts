import { describe, expect, it } from "vitest";
import { lastTime, nextTime } from "./scheduled-time.ts";

const at = (text: string) => new Date(text);

describe("the times of a schedule", () => {
  it.each([
    // 02:30 in Việt Nam is 19:30 of the day before in UTC.
    ["30 2 * * *", "2026-11-20T19:29:59.999Z", "2026-11-19T19:30:00Z", "2026-11-20T19:30:00Z"],
    ["30 2 * * *", "2026-11-20T19:30:00.000Z", "2026-11-20T19:30:00Z", "2026-11-21T19:30:00Z"],
    ["30 2 * * *", "2026-11-20T19:30:00.001Z", "2026-11-20T19:30:00Z", "2026-11-21T19:30:00Z"],
    // The 15th begins in Việt Nam while it is still the 14th in Greenwich.
    ["0 0 15 * *", "2026-11-14T16:59:59Z", "2026-10-14T17:00:00Z", "2026-11-14T17:00:00Z"],
    ["0 0 15 * *", "2026-11-14T17:00:00Z", "2026-11-14T17:00:00Z", "2026-12-14T17:00:00Z"],
    // Over the turn of the year and the last day of February.
    ["0 0 1 1 *", "2026-12-31T16:59:59Z", "2025-12-31T17:00:00Z", "2026-12-31T17:00:00Z"],
    ["59 23 28 2 *", "2027-02-28T16:58:59Z", "2026-02-28T16:59:00Z", "2027-02-28T16:59:00Z"],
  ])("%s at %s", (cron, now, last, next) => {
    expect(lastTime(cron, at(now))).toEqual(at(last));
    expect(nextTime(cron, at(now))).toEqual(at(next));
  });

  it("do not move with daylight saving of the machine's own zone", () => {
    for (const day of ["2026-03-29", "2026-10-25", "2026-11-01"]) {
      expect(lastTime("0 8 * * *", at(`${day}T12:00:00Z`))).toEqual(at(`${day}T01:00:00Z`));
    }
  });

  it("are refused for a cron with seconds, which would read as another time", () => {
    expect(() => lastTime("0 0 2 * * *", at("2026-11-20T00:00:00Z"))).toThrow("five fields");
  });
});
