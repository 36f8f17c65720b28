import type { Instant } from "../calendar/local-date.ts";
import type { MonthState } from "../months/month.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import { openSections, type ReportSections, type ReportState } from "./report.ts";
import type { ReportPeriodKind } from "./report-period.ts";
import type { ReportRefusal } from "./report-refusals.ts";

/** Nobody but its writer has it: it may be written and sent. */
export function isOpen(state: ReportState): boolean {
  return state === "draft" || state === "returned";
}

export interface SendFacts {
  readonly state: ReportState;
  readonly sections: ReportSections;
  readonly kind: ReportPeriodKind;
  /** Of the plan's months it speaks of, in order. */
  readonly months: readonly {
    readonly id: number;
    readonly state: MonthState;
    readonly graceEndsAt: Instant;
  }[];
  /** The office's own may be late and still be sent: its figures are the seal's by then. */
  readonly isConsolidated: boolean;
  /** A range of days has no freeze of its own; it must have ended. */
  readonly endsAt: Instant;
}

/**
 * Rule 6: what is signed does not move any more. A month's report is sent once its figures stand and until it is sealed;
 * whatever comes later is filed as an adjustment.
 */
export function judgeSending(facts: SendFacts, now: Instant): Verdict<null, ReportRefusal> {
  const { state, kind, months, sections } = facts;
  if (!isOpen(state)) return refused({ code: "report_not_open", state });
  const last = months.at(-1);
  if (kind === "range") {
    if (now < facts.endsAt) return refused({ code: "report_figures_run", freezeAt: facts.endsAt });
  } else if (!last || last.state === "open" || last.state === "grace" || now < facts.endsAt) {
    return refused({ code: "report_figures_run", freezeAt: last?.graceEndsAt ?? null });
  } else if (kind === "month" && last.state === "sealed" && !facts.isConsolidated) {
    return refused({ code: "report_month_sealed", monthId: last.id });
  }
  const open = openSections(sections);
  return open.length === 0 ? allowed(null) : refused({ code: "report_sections_open", sections: open });
}

/** The office reads what a team sent, the committee what the office sent: it goes back with a reason, or it stands. */
export function judgeReading(
  state: ReportState,
  act: "returned" | "approved" | "locked",
): Verdict<ReportState, ReportRefusal> {
  switch (act) {
    case "returned":
      return state === "sent" || state === "approved"
        ? allowed("returned")
        : refused({ code: "report_not_sent", state });
    case "approved":
      return state === "sent" ? allowed("approved") : refused({ code: "report_not_sent", state });
    case "locked":
      return state === "approved" ? allowed("locked") : refused({ code: "report_not_approved", state });
  }
}
