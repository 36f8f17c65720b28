import { describe, expect, it } from "vitest";
import { type HelpState, helpTimes } from "./help-request.ts";

const HOUR = 3_600_000;
const asked = (state: HelpState, arrivedHour: number, contactedHour: number | null = null) => ({
  state,
  arrivedAt: arrivedHour * HOUR,
  contactedAt: contactedHour === null ? null : contactedHour * HOUR,
});

describe("L31: how quickly a village answers residents", () => {
  it("is the median until the first call, and the share called within two days", () => {
    const times = helpTimes(
      [asked("done", 0, 1), asked("done", 0, 48), asked("contacted", 0, 49)],
      100 * HOUR,
    );
    expect(times).toMatchObject({ requests: 3, done: 2, inTime: 6_666, medianMinutes: 48 * 60, late: 0 });
  });

  it("counts who was never called once the two days are over, and not before", () => {
    expect(helpTimes([asked("waiting", 0)], 48 * HOUR)).toMatchObject({ inTime: null, late: 0, waiting: 1 });
    expect(helpTimes([asked("waiting", 0)], 49 * HOUR)).toMatchObject({ inTime: 0, late: 1, waiting: 1 });
    expect(helpTimes([asked("expired", 0)], 49 * HOUR)).toMatchObject({ inTime: 0, late: 0, waiting: 0 });
  });

  it("says nothing where there is nothing, and leaves out who took the request back", () => {
    expect(helpTimes([], 0)).toMatchObject({ requests: 0, inTime: null, medianMinutes: null });
    expect(helpTimes([asked("withdrawn", 0)], 90 * HOUR)).toMatchObject({ inTime: null, late: 0 });
  });
});
