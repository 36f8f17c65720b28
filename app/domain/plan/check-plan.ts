import { type CutoffRefusal, judgeCutoff } from "../calendar/cutoff.ts";
import { checkCriteriaSheet, type SheetFault } from "../year/check-criteria-sheet.ts";
import { listCriteria } from "../year/review-run.ts";
import type { ActivityProposal, PointLimits } from "./activity-proposal.ts";
import { topOfScale } from "./activity-proposal.ts";
import { lastDayOfMilestone } from "./milestone.ts";
import type { PlanPreset } from "./plan-preset.ts";

export type PlanFault =
  | { readonly code: "plan_cutoff_refused"; readonly because: CutoffRefusal }
  | { readonly code: "plan_key_twice"; readonly list: string; readonly key: string }
  | { readonly code: "plan_word_missing"; readonly word: string }
  | { readonly code: "plan_team_size_crossed"; readonly minimum: number; readonly maximum: number }
  | { readonly code: "plan_share_impossible"; readonly key: string; readonly basisPoints: number }
  | { readonly code: "plan_quota_empty"; readonly key: string }
  | { readonly code: "plan_milestone_without_day"; readonly key: string }
  | { readonly code: "plan_points_not_whole"; readonly key: string }
  | { readonly code: "plan_points_shared_wrongly"; readonly key: string }
  | { readonly code: "plan_limits_crossed" }
  | { readonly code: "plan_sheet_unsound"; readonly because: SheetFault }
  | {
      readonly code: "plan_quota_differs_from_sheet";
      readonly quota: number | null;
      readonly sheet: number | null;
    };

const CAMPAIGN_FACTOR_CEILING = 150;

/** Every fault of a plan, so that whoever edits it sees them all at once. An empty list is a sound plan. */
export function checkPlan(plan: PlanPreset): PlanFault[] {
  const { proposal } = plan;
  return [
    ...checkHead(plan),
    ...checkKeys(plan),
    ...checkTargets(plan),
    ...proposal.activities.flatMap(checkActivity),
    ...checkLimits(proposal.limits),
    ...checkCriteriaSheet(proposal.sheet).map(
      (because): PlanFault => ({ code: "plan_sheet_unsound", because }),
    ),
    ...checkQuotaAgainstSheet(plan),
  ];
}

function checkHead(plan: PlanPreset): PlanFault[] {
  const faults: PlanFault[] = [];
  const cutoff = judgeCutoff(plan.report.cutoff);
  if (!cutoff.ok) {
    const { ok: _, ...because } = cutoff;
    faults.push({ code: "plan_cutoff_refused", because });
  }
  for (const [word, text] of Object.entries(plan.words)) {
    if (text.trim() === "") faults.push({ code: "plan_word_missing", word });
  }
  const { minimum, maximum } = plan.team;
  if (minimum !== null && maximum !== null && minimum > maximum) {
    faults.push({ code: "plan_team_size_crossed", minimum, maximum });
  }
  return faults;
}

function checkKeys(plan: PlanPreset): PlanFault[] {
  const lists = {
    quotas: plan.quotas,
    targets: plan.targets,
    milestones: plan.milestones,
    activities: plan.proposal.activities,
    badges: plan.proposal.badges,
  };
  return Object.entries(lists).flatMap(([list, items]) => {
    const keys = items.map((item) => item.key);
    const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
    return twice.map((key): PlanFault => ({ code: "plan_key_twice", list, key }));
  });
}

function checkTargets(plan: PlanPreset): PlanFault[] {
  const faults: PlanFault[] = [];
  for (const { key, test } of plan.targets) {
    if (test.kind !== "share") continue;
    // "trên 100 %" can never be reached, "ít nhất 0 %" always is.
    const most = test.comparator === "more_than" ? 9_999 : 10_000;
    const least = test.comparator === "more_than" ? 0 : 1;
    const { basisPoints } = test;
    if (!Number.isInteger(basisPoints) || basisPoints < least || basisPoints > most) {
      faults.push({ code: "plan_share_impossible", key, basisPoints });
    }
  }
  for (const { key, count } of plan.quotas) {
    if (!Number.isInteger(count) || count < 1) faults.push({ code: "plan_quota_empty", key });
  }
  for (const { key, time } of plan.milestones) {
    if (lastDayOfMilestone(time) === null) faults.push({ code: "plan_milestone_without_day", key });
  }
  return faults;
}

export function checkActivity(activity: ActivityProposal): PlanFault[] {
  const faults: PlanFault[] = [];
  const { key, scale } = activity;
  const amounts = [
    ...Object.values(scale).filter((value) => typeof value === "number"),
    ...activity.bonuses.flatMap((bonus) => [bonus.each, bonus.atMost]),
  ];
  const rising =
    scale.by !== "outcome" || (scale.knows <= scale.withHelp && scale.withHelp <= scale.proficient);
  if (!amounts.every(isPositiveWhole) || !rising || topOfScale(scale) <= 0) {
    faults.push({ code: "plan_points_not_whole", key });
  }
  // A shift or class is one's own time; dividing it would make company a loss.
  const isOwnTime = activity.unit === "shift" || activity.unit === "class" || activity.unit === "session";
  if (isOwnTime !== (activity.sharing === "each")) faults.push({ code: "plan_points_shared_wrongly", key });
  return faults;
}

export function checkLimits(limits: PointLimits): PlanFault[] {
  const { perDay, perMonth, priorityPerson, priorityPerMonth, campaignFactorAtMost } = limits;
  const sound =
    [perDay, perMonth, priorityPerson, priorityPerMonth].every(isPositiveWhole) &&
    perDay <= perMonth &&
    priorityPerson <= priorityPerMonth &&
    priorityPerMonth <= perMonth &&
    campaignFactorAtMost >= 100 &&
    campaignFactorAtMost <= CAMPAIGN_FACTOR_CEILING;
  return sound ? [] : [{ code: "plan_limits_crossed" }];
}

/** B14: the number the report prints and the number the sheet measures against are one number. */
function checkQuotaAgainstSheet(plan: PlanPreset): PlanFault[] {
  const quota =
    plan.quotas.find(({ measure, by }) => measure === "proficient_people" && by === "team")?.count ?? null;
  for (const { measure } of listCriteria(plan.proposal.sheet)) {
    if (measure.by !== "metric" || measure.formula.kind !== "people_mean") continue;
    const { perTeam } = measure.formula;
    if (perTeam !== quota) return [{ code: "plan_quota_differs_from_sheet", quota, sheet: perTeam }];
  }
  return [];
}

function isPositiveWhole(amount: number): boolean {
  return Number.isSafeInteger(amount) && amount > 0;
}
