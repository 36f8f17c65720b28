import type { Instant } from "../calendar/local-date.ts";
import type { ReportState, SectionKey } from "./report.ts";

/** Why a report, or a request for one, is not taken. */
export type ReportRefusal =
  | { readonly code: "report_not_there" }
  | { readonly code: "report_month_sealed"; readonly monthId: number }
  | { readonly code: "report_figures_run"; readonly freezeAt: Instant | null }
  | { readonly code: "report_sections_open"; readonly sections: readonly SectionKey[] }
  | { readonly code: "report_not_open"; readonly state: ReportState }
  | { readonly code: "report_not_sent"; readonly state: ReportState }
  | { readonly code: "report_not_approved"; readonly state: ReportState }
  | { readonly code: "report_not_asked" }
  | { readonly code: "report_sent_stays" }
  | { readonly code: "report_changed_meanwhile" }
  | { readonly code: "report_signer_unknown" }
  | { readonly code: "report_period_unclear" }
  | { readonly code: "report_due_in_past" }
  | { readonly code: "report_asks_nobody" }
  | { readonly code: "report_nobody_to_remind" };
