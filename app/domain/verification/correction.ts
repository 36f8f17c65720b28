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

/** The right value, as the asker knows it or the decider enters it. */
export interface CorrectionChange {
  readonly workDate?: LocalDate | undefined;
  readonly activityKey?: string | undefined;
  readonly visits?: number | undefined;
  /** Another team the claimant was in on that day: its village takes over what the first one had. */
  readonly teamId?: number | undefined;
}

/**
 * What accepting does. Day, kind, visits and place are put right in a new revision. The others change who earned or
 * who was helped, and so what has to be checked: the claim is taken back and written anew. So is one whose claimant
 * was in no other team that day.
 */
export function effectOf(field: CorrectionField, hasOtherTeam: boolean): "amend" | "reverse" {
  switch (field) {
    case "work_date":
    case "activity":
    case "visits":
      return "amend";
    case "village":
      return hasOtherTeam ? "amend" : "reverse";
    case "person":
    case "participant":
    case "not_done":
      return "reverse";
  }
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
