import { describe, expect, it } from "vitest";
import { checkPlan, type PlanFault } from "#app/domain/plan/check-plan.ts";
import type { PlanPreset } from "#app/domain/plan/plan-preset.ts";
import { passesShare } from "#app/domain/plan/target.ts";
import { PRESETS } from "./presets.ts";

const sound = PRESETS["dai-son-2026"];

function broken(change: (plan: PlanPreset) => PlanPreset): PlanFault[] {
  return checkPlan(change(sound));
}

function withActivity(index: number, change: object): PlanPreset {
  const activities = sound.proposal.activities.map((activity, at) =>
    at === index ? { ...activity, ...change } : activity,
  );
  return { ...sound, proposal: { ...sound.proposal, activities } };
}

describe("a plan with a fault names it", () => {
  it("J01: a report due inside its own period", () => {
    const { cutoff } = sound.report;
    const faults = broken((plan) => ({
      ...plan,
      report: { ...plan.report, cutoff: { ...cutoff, startDay: 20, graceDays: 0 } },
    }));
    expect(faults).toMatchObject([
      { code: "plan_cutoff_refused", because: { code: "report_due_before_figures_freeze", stage: "team" } },
    ]);
  });

  it("a key used twice", () => {
    expect(broken((plan) => ({ ...plan, targets: [...plan.targets, ...plan.targets] }))).toEqual([
      { code: "plan_key_twice", list: "targets", key: "households-guided" },
      { code: "plan_key_twice", list: "targets", key: "team-in-every-village" },
    ]);
  });

  it("a word left empty", () => {
    expect(broken((plan) => ({ ...plan, words: { ...plan.words, village: " " } }))).toEqual([
      { code: "plan_word_missing", word: "village" },
    ]);
  });

  it("a smallest team larger than the largest", () => {
    expect(broken((plan) => ({ ...plan, team: { ...plan.team, minimum: 6, maximum: 5 } }))).toEqual([
      { code: "plan_team_size_crossed", minimum: 6, maximum: 5 },
    ]);
  });

  it.each([
    ["at_least", 10_001],
    ["at_least", 0],
    ["more_than", 10_000],
    ["at_least", 80.5],
  ] as const)("a share nobody can miss or reach: %s %d", (comparator, basisPoints) => {
    const targets = sound.targets.map((target) => ({
      ...target,
      test: { kind: "share", comparator, basisPoints, of: "adults" } as const,
    }));
    expect(broken((plan) => ({ ...plan, targets }))).toHaveLength(targets.length);
  });

  it("a quota of nobody", () => {
    const quotas = sound.quotas.map((quota) => ({ ...quota, count: 0 }));
    expect(broken((plan) => ({ ...plan, quotas }))).toContainEqual({
      code: "plan_quota_empty",
      key: "fifty-people",
    });
  });

  it("a quota that the sheet does not measure against", () => {
    const quotas = sound.quotas.map((quota) => ({ ...quota, count: 40 }));
    expect(broken((plan) => ({ ...plan, quotas }))).toEqual([
      { code: "plan_quota_differs_from_sheet", quota: 40, sheet: 50 },
    ]);
  });

  it("a milestone in a quarter that does not exist", () => {
    const milestones = sound.milestones.map((milestone) => ({
      ...milestone,
      time: { kind: "within", period: "2026-Q5" } as const,
    }));
    expect(broken((plan) => ({ ...plan, milestones }))).toHaveLength(milestones.length);
  });

  it.each([
    { scale: { by: "unit", each: 0.5 } },
    { scale: { by: "unit", each: 0 } },
    { scale: { by: "unit", each: -100 } },
    { scale: { by: "outcome", knows: 400, withHelp: 200, proficient: 100 } },
    { bonuses: [{ key: "x", text: "x", each: 100, atMost: Number.POSITIVE_INFINITY }] },
  ])("points that are no whole hundredths, or that fall as the outcome rises: %j", (change) => {
    expect(checkPlan(withActivity(0, change))).toEqual([
      { code: "plan_points_not_whole", key: "online-public-service" },
    ]);
  });

  it("a shift whose points would be divided, and a person whose points would multiply", () => {
    const shift = sound.proposal.activities.findIndex(({ unit }) => unit === "shift");
    expect(checkPlan(withActivity(shift, { sharing: "split" }))).toEqual([
      { code: "plan_points_shared_wrongly", key: "help-point-shift" },
    ]);
    expect(checkPlan(withActivity(0, { sharing: "each" }))).toEqual([
      { code: "plan_points_shared_wrongly", key: "online-public-service" },
    ]);
  });

  it.each([
    { perDay: 30_001 },
    { campaignFactorAtMost: 151 },
    { campaignFactorAtMost: 99 },
    { priorityPerMonth: 50 },
  ])("limits that cross: %j", (change) => {
    const limits = { ...sound.proposal.limits, ...change };
    expect(broken((plan) => ({ ...plan, proposal: { ...plan.proposal, limits } }))).toEqual([
      { code: "plan_limits_crossed" },
    ]);
  });

  it("a sheet that does not come to its hundred, with what is wrong with it", () => {
    const { sheet } = sound.proposal;
    const groups = sheet.groups.filter(({ key }) => key !== "initiative");
    const faults = broken((plan) => ({
      ...plan,
      proposal: { ...plan.proposal, sheet: { ...sheet, groups } },
    }));
    expect(faults).toMatchObject([
      {
        code: "plan_sheet_unsound",
        because: { code: "sheet_does_not_add_up", sum: 9_300, total: 10_000 },
      },
    ]);
  });
});

describe("a share", () => {
  const atLeast85 = { kind: "share", comparator: "at_least", basisPoints: 8_500, of: "adults" } as const;
  const moreThan85 = { ...atLeast85, comparator: "more_than" } as const;

  it.each([
    [84, false, false],
    [85, true, false],
    [86, true, true],
  ])("of %i in 100: at least 85 %s, more than 85 %s", (part, least, more) => {
    expect(passesShare(atLeast85, part, 100)).toBe(least);
    expect(passesShare(moreThan85, part, 100)).toBe(more);
  });

  it("is not decided by rounding: 8,499 of 10,000 shows as 85,0 % and fails", () => {
    expect(passesShare(atLeast85, 8_499, 10_000)).toBe(false);
  });

  it("of nobody is missing, neither reached nor missed", () => {
    expect(passesShare(atLeast85, 0, 0)).toBe("no_data");
  });
});
