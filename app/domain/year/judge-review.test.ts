import { describe, expect, it } from "vitest";
import type { Instant, LocalDate } from "../calendar/local-date.ts";
import { daysLateOf, dueDayOf } from "./days-late.ts";
import { judgeLock, judgeReview } from "./judge-review.ts";
import { coverageFrom, monthsBetween } from "./review-months.ts";

const at = (text: string): Instant => Date.parse(`${text}+07:00`);

describe("days late", () => {
  const lateFrom = at("2026-11-20T00:00:00");

  it("SCORING 2.6: is nought until the last second in time, one day from the next", () => {
    expect(dueDayOf(lateFrom)).toBe("2026-11-19");
    expect(daysLateOf(lateFrom, at("2026-11-19T23:59:59"))).toBe(0);
    expect(daysLateOf(lateFrom, lateFrom)).toBe(1);
    expect(daysLateOf(lateFrom, at("2026-11-22T23:59:59"))).toBe(3);
    expect(daysLateOf(lateFrom, at("2026-11-23T00:00:00"))).toBe(4);
    expect(daysLateOf(lateFrom, null)).toBeNull();
  });

  it("is one day where the hour passed on the very day", () => {
    const noon = at("2026-11-20T12:00:00");
    expect(daysLateOf(noon, at("2026-11-20T12:00:01"))).toBe(1);
  });
});

describe("the months of a review", () => {
  it("go over the turn of the year", () => {
    expect(monthsBetween(202511, 202602)).toEqual([202511, 202512, 202601, 202602]);
    expect(monthsBetween(202602, 202511)).toEqual([]);
  });

  it("B13: coverage begins with the year, with a span that is older, and never in a month on trial", () => {
    expect(coverageFrom(202607, 202609, null)).toBe(202601);
    expect(coverageFrom(202511, 202610, null)).toBe(202511);
    expect(coverageFrom(202607, 202609, 202604)).toBe(202605);
    expect(coverageFrom(202605, 202609, 202412)).toBe(202601);
  });
});

describe("what is refused", () => {
  const wanted = { kind: "annual", year: 2026, firstMonth: 202601, lastMonth: 202612 } as const;
  const known = { isSheetAdopted: true, ofYear: null, onTrial: [] };

  it("K03: a year once, its middle and timely reviews as often as wanted", () => {
    expect(judgeReview(wanted, known).ok).toBe(true);
    const ofYear = { year: 2026, title: "Thi đua năm 2026" };
    expect(judgeReview(wanted, { ...known, ofYear })).toMatchObject({ code: "review_of_year_known" });
    expect(judgeReview({ ...wanted, kind: "timely" }, { ...known, ofYear }).ok).toBe(true);
  });

  it("months that run backwards, more than a year, a month on trial, a sheet that is only a proposal", () => {
    const code = (change: object, facts: object = {}) =>
      judgeReview({ ...wanted, ...change }, { ...known, ...facts });
    expect(code({ lastMonth: 202512 })).toMatchObject({ code: "review_months_backwards" });
    expect(code({ firstMonth: 202512 })).toMatchObject({ code: "review_too_long", most: 12 });
    expect(code({}, { onTrial: [202601, 202603] })).toMatchObject({
      code: "review_month_on_trial",
      month: 202603,
    });
    expect(code({}, { isSheetAdopted: false })).toMatchObject({ code: "review_sheet_not_adopted" });
  });

  it("a lock over an open month, while villages speak, over nobody, and a second time", () => {
    const open = { state: "open", commentLastDay: null, lockedBy: null, lockedAt: null } as const;
    const ready = { missing: [], onTrial: [], isSheetAdopted: true, ranked: 12, unanswered: 0 };
    const today = "2026-12-20" as LocalDate;
    expect(judgeLock(open, ready, today).ok).toBe(true);
    const missing = [{ id: 202612, state: "grace" as const }];
    expect(judgeLock(open, { ...ready, missing }, today)).toMatchObject({
      code: "review_month_unsealed",
      months: missing,
    });
    const comment = { ...open, state: "comment" as const, commentLastDay: today };
    expect(judgeLock(comment, ready, today)).toMatchObject({ code: "review_comments_run", until: today });
    expect(judgeLock(comment, ready, "2026-12-21" as LocalDate).ok).toBe(true);
    expect(judgeLock(open, { ...ready, unanswered: 2 }, today)).toMatchObject({
      code: "review_words_unanswered",
      count: 2,
    });
    expect(judgeLock(open, { ...ready, ranked: 0 }, today)).toMatchObject({ code: "review_scores_nobody" });
    const locked = { ...open, state: "locked" as const, lockedBy: "Lò Thị Hai", lockedAt: 1 };
    expect(judgeLock(locked, ready, today)).toMatchObject({ code: "review_locked", by: "Lò Thị Hai", at: 1 });
  });
});
