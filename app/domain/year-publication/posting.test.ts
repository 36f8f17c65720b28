import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { judgePublication, standOfPosting, workingDaysAfter } from "./posting.ts";

const on = (text: string) => text as LocalDate;
// A Thursday.
const DECIDED = on("2026-12-17");

describe("days of posting a published year", () => {
  it("K09: it must hang within five working days, a weekend between them", () => {
    expect(workingDaysAfter(DECIDED, 5)).toBe("2026-12-24");
    expect(standOfPosting("headquarters", null, DECIDED, on("2026-12-24"))).toEqual({
      is: "not_posted",
      dueOn: "2026-12-24",
      isLate: false,
    });
    expect(standOfPosting("headquarters", null, DECIDED, on("2026-12-25"))).toMatchObject({ isLate: true });
  });

  it.each([
    ["2027-01-16", null, { is: "hanging", days: 29, until: "2027-01-17" }],
    ["2027-01-17", null, { is: "hanging", days: 30, until: null }],
    ["2027-01-20", "2027-01-17", { is: "done", days: 30 }],
    ["2027-01-20", "2027-01-16", { is: "taken_down_early", days: 29, missing: 1 }],
    ["2026-12-18", null, { is: "announced", from: "2026-12-19" }],
  ] as const)("K09: thirty days at the headquarters, both ends counted: on %s", (today, lastDay, stand) => {
    const posting = { firstDay: on("2026-12-19"), lastDay: lastDay === null ? null : on(lastDay) };
    expect(standOfPosting("headquarters", posting, DECIDED, on(today))).toEqual(stand);
  });

  it("K09: three days on the radio are enough, and no law counts days of a portal", () => {
    const posting = { firstDay: on("2026-12-18"), lastDay: on("2026-12-20") };
    expect(standOfPosting("radio", posting, DECIDED, on("2026-12-22"))).toEqual({ is: "done", days: 3 });
    const one = { firstDay: on("2026-12-18"), lastDay: on("2026-12-18") };
    expect(standOfPosting("portal", one, DECIDED, on("2026-12-22"))).toEqual({ is: "done", days: 1 });
  });
});

it("K09: nothing is published before it is locked, ahead of its day, twice, or unread", () => {
  const known = { lockedOn: on("2026-12-15"), published: null };
  const wish = { decidedOn: DECIDED, isRead: true };
  expect(judgePublication(known, wish, DECIDED)).toBeNull();
  expect(judgePublication({ ...known, lockedOn: null }, wish, DECIDED)).toEqual({
    code: "publication_not_locked",
  });
  expect(judgePublication(known, { ...wish, decidedOn: on("2026-12-14") }, DECIDED)).toMatchObject({
    code: "publication_before_lock",
  });
  expect(judgePublication(known, wish, on("2026-12-16"))).toEqual({ code: "publication_day_ahead" });
  expect(judgePublication(known, { ...wish, isRead: false }, DECIDED)).toEqual({
    code: "publication_not_read",
  });
  const published = { document: "15/TB-UBND", on: DECIDED };
  expect(judgePublication({ ...known, published }, wish, DECIDED)).toMatchObject({
    code: "publication_done",
  });
});
