import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { addDays, type LocalDate, weekdayOf } from "../calendar/local-date.ts";
import {
  type CommentWindow,
  judgeCommentTime,
  judgeSheetAnswer,
  judgeWindow,
  proposedWindow,
} from "./comment.ts";

const day = (text: string) => text as LocalDate;
const span: CommentWindow = { state: "comment", firstDay: day("2026-12-07"), lastDay: day("2026-12-11") };
const code = (verdict: { ok: boolean; code?: string }) => (verdict.ok ? "fine" : verdict.code);

describe("part 2 row 11: the window for words on a village's sheet", () => {
  it.each([
    ["2026-12-06", "comments_not_open"],
    ["2026-12-07", "fine"],
    ["2026-12-11", "fine"],
    ["2026-12-12", "comments_over"],
  ])("on %s says %s", (today, said) => {
    expect(code(judgeCommentTime(span, day(today)))).toBe(said);
  });

  it("is shut before it is announced and after the lock", () => {
    expect(code(judgeCommentTime({ ...span, state: "open" }, day("2026-12-08")))).toBe("comments_not_open");
    expect(code(judgeCommentTime({ ...span, state: "locked" }, day("2026-12-08")))).toBe(
      "comment_review_locked",
    );
  });

  it("is made longer, and never shorter than it was promised", () => {
    const wish = (firstDay: string, lastDay: string) =>
      code(judgeWindow(span, { firstDay: day(firstDay), lastDay: day(lastDay) }, day("2026-12-09")));
    expect(wish("2026-12-07", "2026-12-18")).toBe("fine");
    expect(wish("2026-12-07", "2026-12-10")).toBe("window_only_longer");
    expect(wish("2026-12-08", "2026-12-18")).toBe("window_only_longer");
  });

  it("does not begin in the past, nor end before it begins", () => {
    const fresh: CommentWindow = { state: "open", firstDay: null, lastDay: null };
    const wish = (firstDay: string, lastDay: string) =>
      code(judgeWindow(fresh, { firstDay: day(firstDay), lastDay: day(lastDay) }, day("2026-12-09")));
    expect(wish("2026-12-09", "2026-12-09")).toBe("fine");
    expect(wish("2026-12-08", "2026-12-20")).toBe("window_begins_in_past");
    expect(wish("2026-12-12", "2026-12-10")).toBe("window_ends_before_it_begins");
    expect(wish("2026-12-12", "2027-12-12")).toBe("window_too_long");
  });

  test.prop([fc.integer({ min: 0, max: 3_000 })])(
    "is proposed with five working days, whenever one asks",
    (later) => {
      const today = addDays(day("2026-01-01"), later);
      const { firstDay, lastDay } = proposedWindow(today);
      let working = 0;
      for (let each = firstDay; each <= lastDay; each = addDays(each, 1))
        if (weekdayOf(each) <= 5) working += 1;
      expect(working).toBe(5);
      expect(weekdayOf(lastDay)).toBeLessThanOrEqual(5);
    },
  );
});

describe("the office's answer", () => {
  const comment = { state: "comment", madeBy: "leader", isAnswered: false } as const;
  it("is given once, before the lock, by somebody else", () => {
    expect(code(judgeSheetAnswer(comment, "officer"))).toBe("fine");
    expect(code(judgeSheetAnswer(comment, "leader"))).toBe("comment_own");
    expect(code(judgeSheetAnswer({ ...comment, isAnswered: true }, "officer"))).toBe("comment_answered");
    expect(code(judgeSheetAnswer({ ...comment, state: "locked" }, "officer"))).toBe("comment_review_locked");
  });
});
