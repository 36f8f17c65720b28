import { describe, expect, it } from "vitest";
import {
  type Cutoff,
  cutoffMoments,
  type DueDay,
  figuresFreezeOn,
  judgeCutoff,
  lastDayInTimeOf,
} from "./cutoff.ts";
import { localDateAt } from "./local-date.ts";
import { makePeriod } from "./period.ts";

function due(day: number, options: Partial<DueDay> = {}): DueDay {
  return { day, inMonth: "named", strictlyBefore: true, ...options };
}

function plan(startDay: number, graceDays: number, team: DueDay, office: DueDay = team): Cutoff {
  return { startDay, graceDays, due: { team, office } };
}

const may = (startDay: number) => makePeriod("month", 2026, 5, startDay);

describe("a due day", () => {
  it.each([
    [due(14), "2026-05-13"],
    [due(14, { strictlyBefore: false }), "2026-05-14"],
    [due(20), "2026-05-19"],
    [due(1, { inMonth: "next" }), "2026-05-31"],
    [due(1, { inMonth: "next", strictlyBefore: false }), "2026-06-01"],
  ])("%j: the last day in time for May is %s", (dueDay, lastDay) => {
    expect(lastDayInTimeOf(dueDay, may(10))).toBe(lastDay);
  });

  it("counts in the new year for the report of December under calendar months", () => {
    expect(lastDayInTimeOf(due(5, { inMonth: "next" }), makePeriod("month", 2026, 12, 1))).toBe("2027-01-04");
  });

  it("of a year is the one of its last month", () => {
    expect(lastDayInTimeOf(due(20), makePeriod("year", 2026, 1, 15))).toBe("2026-12-19");
  });

  it("is in time through 23:59:59 of its last day in Việt Nam, and late one millisecond later", () => {
    const { lateFrom } = cutoffMoments(plan(15, 2, due(20)), may(15));
    expect(new Date(lateFrom.team).toISOString()).toBe("2026-05-19T17:00:00.000Z");
    expect(localDateAt(lateFrom.team - 1)).toBe("2026-05-19");
    expect(localDateAt(lateFrom.team)).toBe("2026-05-20");
  });
});

describe("the moments of a month", () => {
  it("end, freeze and fall due in this order under an accepted plan", () => {
    const cutoff = plan(15, 2, due(18), due(20));
    const moments = cutoffMoments(cutoff, may(15));
    expect(new Date(moments.periodEnds).toISOString()).toBe("2026-05-14T17:00:00.000Z");
    expect(new Date(moments.graceEnds).toISOString()).toBe("2026-05-16T17:00:00.000Z");
    expect(figuresFreezeOn(cutoff, may(15))).toBe("2026-05-17");
    expect(moments.graceEnds).toBeLessThan(moments.lateFrom.team);
    expect(moments.lateFrom.team).toBeLessThan(moments.lateFrom.office);
  });
});

describe("a plan whose report would be due before its figures stand", () => {
  it.each([
    ["Hồng Gai as written: period and due day 14", plan(14, 0, due(14))],
    ["Đại Sơn as written: period and due day 20", plan(20, 0, due(20))],
    ["the state's months, due on the 14th of the same month", plan(15, 0, due(14))],
    ["one day of grace too many", plan(15, 5, due(20))],
    ["calendar months, due in the month itself", plan(1, 0, due(20))],
    ["grace that runs past the due day only after February", plan(27, 6, due(5, { inMonth: "next" }))],
    ["an office that reports before the figures freeze", plan(15, 2, due(20), due(16))],
  ])("is refused: %s", (_name, cutoff) => {
    expect(judgeCutoff(cutoff)).toMatchObject({ ok: false, code: "report_due_before_figures_freeze" });
  });

  it("is told which day would have been the first possible one", () => {
    expect(judgeCutoff(plan(14, 0, due(14)))).toMatchObject({
      stage: "team",
      lastDayInTime: "2027-01-13",
      figuresFreezeOn: "2027-01-14",
    });
  });
});

describe("a plan that leaves time to write", () => {
  it.each([
    ["Đại Sơn mended: 15, before the 20th", plan(15, 4, due(20))],
    ["Hồng Gai mended: 10, before the 14th", plan(10, 3, due(14))],
    ["due day itself in time: one more day of grace", plan(15, 5, due(20, { strictlyBefore: false }))],
    ["calendar months, report of the month before", plan(1, 3, due(5, { inMonth: "next" }))],
    ["14/14 read as the report of the month before", plan(14, 0, due(14, { inMonth: "next" }))],
  ])("is accepted: %s", (_name, cutoff) => {
    expect(judgeCutoff(cutoff)).toEqual({ ok: true, value: cutoff });
  });
});

describe("a plan with impossible days", () => {
  it.each([
    [plan(0, 0, due(20)), "period_start_day_out_of_range"],
    [plan(29, 0, due(20)), "period_start_day_out_of_range"],
    [plan(15, -1, due(20)), "grace_days_out_of_range"],
    [plan(15, 21, due(20)), "grace_days_out_of_range"],
    [plan(15, 0, due(31)), "due_day_out_of_range"],
    [plan(15, 0, due(20), due(0)), "due_day_out_of_range"],
    [plan(15, 0, due(20), due(18)), "office_report_due_before_team_report"],
  ])("is refused with its own code", (cutoff, code) => {
    expect(judgeCutoff(cutoff)).toMatchObject({ ok: false, code });
  });
});
