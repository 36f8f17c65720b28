import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { periodHolding } from "#app/domain/calendar/period.ts";
import { readLegalBases, readLegalBasis } from "#app/domain/plan/legal-basis.ts";
import {
  differencesOf,
  judgePlanSettings,
  judgePublication,
  type PlanSettings,
  settingsOfPreset,
} from "#app/domain/plan/plan-version.ts";
import { listPresets, PRESETS } from "./presets.ts";

const day = (text: string) => text as LocalDate;
const settings = settingsOfPreset(PRESETS["dai-son-2026"]);
const facts = {
  today: day("2026-11-20"),
  current: settings,
  lastEffectiveOn: day("2026-01-15"),
  endsOn: day("2027-12-14"),
};
const draft: PlanSettings = { ...settings, team: { ...settings.team, minimum: 7 } };

describe("J24: a version takes effect with a month that has not begun", () => {
  it.each([
    ["a month that closed", "2026-10-15", "plan_version_not_future"],
    ["the month that runs", "2026-11-15", "plan_version_not_future"],
    ["today", "2026-11-20", "plan_version_not_future"],
    ["the middle of a coming month", "2027-01-01", "plan_version_not_period_start"],
    ["after the plan", "2027-12-15", "plan_version_after_end"],
  ])("%s is refused", (_, on, code) => {
    expect(judgePublication(draft, day(on), facts)).toMatchObject({ ok: false, code });
  });

  it("the first day of the next month is the earliest, and the refusal names it", () => {
    expect(judgePublication(draft, day("2026-12-15"), facts).ok).toBe(true);
    expect(judgePublication(draft, day("2026-12-14"), facts)).toMatchObject({ earliest: "2026-12-15" });
  });

  it("a version is never slid before another, and one that changes nothing is none", () => {
    const later = { ...facts, lastEffectiveOn: day("2027-03-15") };
    expect(judgePublication(draft, day("2026-12-15"), later)).toMatchObject({
      code: "plan_version_before_last",
    });
    expect(judgePublication(settings, day("2026-12-15"), facts)).toMatchObject({
      code: "plan_version_unchanged",
    });
  });

  const offset = fc.integer({ min: -400, max: 400 });
  test.prop([offset, offset, fc.integer({ min: 1, max: 28 })])(
    "whatever was published: no day up to the end of the running month falls under it",
    (from, shift, startDay) => {
      const today = addDays(day("2026-11-20"), shift);
      const effectiveOn = addDays(today, from);
      const cutoff = { startDay, graceDays: 0, due: settings.cutoff.due };
      const current = { ...settings, cutoff };
      const verdict = judgePublication(draft, effectiveOn, {
        ...facts,
        current,
        today,
        lastEffectiveOn: null,
        endsOn: day("2030-01-01"),
      });
      if (!verdict.ok) return;
      expect(periodHolding("month", today, startDay).lastDay < effectiveOn).toBe(true);
      expect(periodHolding("month", effectiveOn, startDay).firstDay).toBe(effectiveOn);
    },
  );
});

describe("J01: a plan whose report is due before its figures stand", () => {
  it("is refused when it is published and when it is saved", () => {
    const late = { ...draft, cutoff: { ...draft.cutoff, startDay: 20 } };
    expect(judgePlanSettings(late)).toMatchObject({ code: "report_due_before_figures_freeze" });
    expect(judgePublication(late, day("2026-12-15"), facts)).toMatchObject({
      code: "report_due_before_figures_freeze",
    });
  });

  it("is none of the four presets", () => {
    for (const preset of listPresets()) expect(judgePlanSettings(settingsOfPreset(preset)).ok).toBe(true);
  });
});

describe("J24: two versions side by side", () => {
  it("show exactly what differs, with both values", () => {
    const quotas = settings.quotas.map((quota) => ({ ...quota, count: 60 }));
    expect(differencesOf(settings, { ...draft, quotas })).toEqual([
      { field: "minimum", of: null, before: 5, after: 7 },
      { field: "quota", of: settings.quotas[0]?.text, before: 50, after: 60 },
    ]);
    expect(differencesOf(settings, settings)).toEqual([]);
  });
});

describe("L01: the legal bases of a plan", () => {
  it("L01: are read from the paper's own lines: type, number, date and issuer", () => {
    expect(
      readLegalBasis(
        "- Căn cứ Nghị quyết số 57-NQ/TW ngày 22 tháng 12 năm 2024 của Bộ Chính trị về đột phá phát triển;",
      ),
    ).toMatchObject({ type: "Nghị quyết", number: "57-NQ/TW", date: "2024-12-22", issuer: "Bộ Chính trị" });
    expect(
      readLegalBasis("Căn cứ các Kế hoạch số 254/KH-UBND ngày 29/5/2024 của UBND thành phố Hạ Long"),
    ).toMatchObject({
      type: "Kế hoạch",
      number: "254/KH-UBND",
      date: "2024-05-29",
      issuer: "UBND thành phố Hạ Long",
    });
    expect(
      readLegalBasis(
        "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ phê duyệt Chương trình",
      ),
    ).toMatchObject({ number: "749/QĐ-TTg", date: "2020-06-03", issuer: "Thủ tướng Chính phủ" });
    expect(readLegalBasis("Luật Bảo vệ dữ liệu cá nhân số 91/2025/QH15")).toMatchObject({
      type: "Luật",
      number: "91/2025/QH15",
      date: null,
      issuer: null,
    });
  });

  it("L01: every basis of the four plans is read with its number and date", () => {
    for (const { text } of listPresets().flatMap((plan) => plan.legalBases)) {
      const read = readLegalBasis(text);
      expect(read, text).not.toBeNull();
      expect(read?.number, text).toMatch(/^\d/);
      expect(read?.date, text).toMatch(/^20\d\d-/);
    }
  });

  it("L01: a line that is no document is told by its number", () => {
    expect(readLegalBases("Quyết định 749/QĐ-TTg\n\nxin chào")).toEqual({
      ok: false,
      code: "legal_basis_unreadable",
      line: 3,
    });
  });
});
