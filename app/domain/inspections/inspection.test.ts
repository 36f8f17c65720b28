import { expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { judgeInspection, parseInspectedPlace } from "./inspection.ts";

const day = (text: string) => text as LocalDate;
const TODAY = day("2026-11-20");
const good = { inspectedOn: TODAY, result: "good" as const, followUp: null, followUpDue: null };

it("J22: a visit lies in the past; what is serious is followed up, and whatever is to be done has a day", () => {
  expect(judgeInspection(good, TODAY)).toBeNull();
  expect(judgeInspection({ ...good, inspectedOn: day("2026-11-21") }, TODAY)?.code).toBe(
    "inspection_in_future",
  );
  expect(judgeInspection({ ...good, result: "serious" }, TODAY)?.code).toBe("inspection_follow_up_missing");
  const asked = { ...good, followUp: "Ghi lại sổ" };
  expect(judgeInspection(asked, TODAY)?.code).toBe("inspection_due_missing");
  const early = { ...asked, followUpDue: day("2026-11-19") };
  expect(judgeInspection(early, TODAY)?.code).toBe("inspection_due_before_visit");
  expect(judgeInspection({ ...asked, followUpDue: day("2026-12-01") }, TODAY)).toBeNull();
});

it.each(["", "village:", "village:0", "team:x", "commune:1", "team:1 "])("%j names no place", (text) => {
  expect(parseInspectedPlace(text)).toBeNull();
});
