import type { PlanPreset } from "#app/domain/plan/plan-preset.ts";
import type { CommuneSettings } from "./commune-settings.ts";

/** What a plan proposes before anybody has typed the commune's own name and words. */
export function settingsOfPlan(plan: PlanPreset): CommuneSettings {
  return {
    words: plan.words,
    document_header: {
      ...plan.document,
      issuingBody: "",
      place: "",
      office: plan.words.office,
    },
    cutoff: plan.report.cutoff,
  };
}
