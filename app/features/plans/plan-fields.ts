import type { DraftRefusal } from "./save-draft.server.ts";
import type { PlanHeadRefusal } from "./write-plan.server.ts";

/** Beside which field of the form a refusal stands. */
export function fieldOfHead(code: PlanHeadRefusal["code"]): string {
  switch (code) {
    case "plan_dates_crossed":
      return "endsOn";
    case "plan_replaces_itself":
    case "plan_not_there":
      return "replacesId";
    case "legal_basis_unreadable":
      return "legalBases";
    case "changed_meanwhile":
      return "form";
  }
}

export function fieldOfDraft(refusal: DraftRefusal): string {
  switch (refusal.code) {
    case "plan_team_sizes_crossed":
      return "maximum";
    case "period_start_day_out_of_range":
      return "startDay";
    case "grace_days_out_of_range":
      return "graceDays";
    case "due_day_out_of_range":
    case "report_due_before_figures_freeze":
      return refusal.stage === "team" ? "teamDueDay" : "officeDueDay";
    case "office_report_due_before_team_report":
      return "officeDueDay";
    case "plan_not_there":
    case "changed_meanwhile":
      return "form";
  }
}
