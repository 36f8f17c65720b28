import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { dayInYear, judgeDetail, judgeToldFigure } from "./detail.ts";
import { groupGaps } from "./group-gap.ts";
import { fitsPopulation, sourcesFor } from "./source.ts";
import { judgeTeamPlan, mayApprove, stateOfTeamPlan, suggestCount } from "./team-plan.ts";

const day = (text: string) => text as LocalDate;
const year = { firstDay: day("2025-12-15"), lastDay: day("2026-12-14") };
const facts = { of: "adults", comparator: "at_least", basisPoints: 9_000, year } as const;
const detail = { source: "adults_e_payment", steps: [], lineage: [] } as const;
const step = (lastDay: string, basisPoints: number) => ({ lastDay: day(lastDay), basisPoints });

describe("what the office says of a target", () => {
  it("B01: a source counts only what the target is a share of; a paper may tell of anything", () => {
    expect(judgeDetail(detail, facts).ok).toBe(true);
    expect(judgeDetail({ ...detail, source: "manual" }, facts).ok).toBe(true);
    expect(judgeDetail({ ...detail, source: "ocop_listed" }, facts)).toMatchObject({
      code: "target_source_other_list",
    });
    expect(fitsPopulation("members_trained", "members")).toBe(true);
    expect(sourcesFor("villages")).toEqual(["villages_with_team", "manual"]);
    expect(judgeDetail(detail, { ...facts, of: null })).toMatchObject({ code: "target_source_other_list" });
  });

  it("B12: steps rise towards the plan's own figure, within its year", () => {
    const steps = [step("2026-09-30", 7_000), step("2026-06-29", 5_000)];
    expect(judgeDetail({ ...detail, steps }, facts)).toMatchObject({ value: { steps: steps.toReversed() } });
    const falling = [step("2026-06-29", 7_000), step("2026-09-30", 5_000)];
    expect(judgeDetail({ ...detail, steps: falling }, facts)).toMatchObject({
      code: "target_steps_not_rising",
    });
    const above = [step("2026-06-29", 9_500)];
    expect(judgeDetail({ ...detail, steps: above }, facts)).toMatchObject({
      code: "target_steps_not_rising",
    });
    const outside = [step("2027-01-01", 5_000)];
    expect(judgeDetail({ ...detail, steps: outside }, facts)).toMatchObject({
      code: "target_step_outside_year",
    });
    expect(judgeDetail(detail, { ...facts, comparator: "more_than", basisPoints: 10_000 })).toMatchObject({
      code: "target_never_reached",
    });
    expect(dayInYear(day("2024-06-29"), 2026)).toBe("2026-06-29");
    expect(dayInYear(day("2024-02-29"), 2026)).toBe("2026-02-28");
  });

  it("L02: lineage stands tier by tier, from the top", () => {
    const commune = { tier: "commune", document: "38/KH-UBND", text: "Chuyển đổi số năm 2026" } as const;
    const central = { tier: "central", document: "Đề án 06", text: "Công dân số" } as const;
    expect(judgeDetail({ ...detail, lineage: [commune, central] }, facts)).toMatchObject({
      value: { lineage: [central, commune] },
    });
  });

  it("B19: a figure from a paper has a list it is a share of, or a place, and no day to come", () => {
    const told = { toldOn: day("2026-06-01"), part: 3, whole: 5, place: null };
    const today = day("2026-06-01");
    expect(judgeToldFigure(told, "share", today).ok).toBe(true);
    expect(judgeToldFigure({ ...told, part: 6 }, "share", today)).toMatchObject({
      code: "told_figure_above_list",
    });
    expect(judgeToldFigure({ ...told, whole: 0 }, "share", today)).toMatchObject({
      code: "told_figure_incomplete",
    });
    expect(judgeToldFigure(told, "place", today)).toMatchObject({ code: "told_figure_incomplete" });
    expect(judgeToldFigure({ ...told, place: 4 }, "place", today).ok).toBe(true);
    expect(judgeToldFigure(told, "share", day("2026-05-31"))).toMatchObject({
      code: "told_figure_after_today",
    });
  });
});

describe("a team's own plan of the year", () => {
  it("B24: goes from draft to the office and back; the writer never approves", () => {
    expect(stateOfTeamPlan(null)).toBe("none");
    expect(stateOfTeamPlan({ isSubmitted: false, verdict: null })).toBe("draft");
    expect(stateOfTeamPlan({ isSubmitted: true, verdict: null })).toBe("waiting");
    expect(stateOfTeamPlan({ isSubmitted: true, verdict: "return" })).toBe("returned");
    expect(stateOfTeamPlan({ isSubmitted: true, verdict: "approve" })).toBe("approved");
    expect([mayApprove("a", "a"), mayApprove("a", "b")]).toEqual([false, true]);
  });

  it("B24: begins from the commune's targets, by the length of the team's own list, rounded up", () => {
    expect(suggestCount(8_000, 101)).toBe(81);
    expect(suggestCount(8_000, null)).toBeNull();
    expect(suggestCount(8_000, 0)).toBeNull();
    const empty = { targets: [], tasks: [] };
    expect(judgeTeamPlan(empty, true, year)).toMatchObject({ code: "team_plan_empty" });
    expect(judgeTeamPlan(empty, false, year).ok).toBe(true);
    const late = { targets: [], tasks: [{ text: "Lớp", dueOn: day("2027-01-01") }] };
    expect(judgeTeamPlan(late, true, year)).toMatchObject({ code: "team_plan_task_outside_year" });
  });
});

describe("the digital gap", () => {
  it("E06: each group against everybody, in points of a per cent; an unknown group is no gap of nought", () => {
    const gaps = groupGaps({ part: 60, whole: 100 }, [
      { key: "urban", part: 40, whole: 50 },
      { key: "rural", part: 20, whole: 50 },
      { key: "elderly", part: 0, whole: null },
    ]);
    expect(gaps.map(({ difference }) => difference)).toEqual([2_000, -2_000, null]);
  });
});
