import type { LocalDate } from "../calendar/local-date.ts";
import type { VerifyRefusal } from "./may-verify.ts";

/** What can be wrong with something that counted. */
export const CORRECTION_FIELDS = [
  "village",
  "work_date",
  "activity",
  "visits",
  "person",
  "participant",
  "not_done",
] as const;
export type CorrectionField = (typeof CORRECTION_FIELDS)[number];

/**
 * What accepting does. Day, kind and visits are put right in a new revision. The others change who earned or who
 * was helped, and so what has to be checked: the claim is taken back and written anew.
 */
export function effectOf(field: CorrectionField): "amend" | "reverse" {
  return field === "work_date" || field === "activity" || field === "visits" ? "amend" : "reverse";
}

/** The right value, as the asker knows it or the decider enters it. */
export interface CorrectionChange {
  readonly workDate?: LocalDate;
  readonly activityKey?: string;
  readonly visits?: number;
}

export type CorrectionRefusal =
  | VerifyRefusal
  | { readonly code: "correction_not_counted" }
  | { readonly code: "correction_waits_already" }
  | { readonly code: "correction_sent_otherwise" }
  | { readonly code: "correction_own_request" }
  | { readonly code: "correction_answered" }
  | { readonly code: "correction_changes_nothing" }
  | { readonly code: "correction_needs_answer" }
  | { readonly code: "decision_needs_words" };
