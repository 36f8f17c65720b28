import type { PlanFace } from "#app/ui/setup/plan-choice.tsx";
import { listPresets } from "#prisma/presets/presets.ts";

/** The plans in the few lines a person chooses by; the whole of a plan never travels to the browser. */
export function planFaces(): PlanFace[] {
  return listPresets().map((plan) => ({
    id: plan.id,
    name: plan.name,
    summary: plan.summary,
    team: plan.words.team,
    minimum: plan.team.minimum,
    maximum: plan.team.maximum,
    startDay: plan.report.cutoff.startDay,
    every: plan.report.every,
    targetCount: plan.targets.length + plan.quotas.length,
    activityCount: plan.proposal.activities.length,
  }));
}
