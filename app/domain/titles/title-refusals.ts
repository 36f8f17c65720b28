import type { LocalDate } from "../calendar/local-date.ts";

export type TitleRefusal =
  | { readonly code: "title_nomination_ended" }
  | { readonly code: "title_is_you" }
  | { readonly code: "title_own_nomination" }
  | { readonly code: "title_same_household" }
  | { readonly code: "title_not_your_nomination" }
  | { readonly code: "title_nominated_already" }
  | { readonly code: "title_held_until"; readonly until: LocalDate }
  | { readonly code: "title_conditions_open"; readonly mentees: number; readonly needed: number }
  | { readonly code: "title_approvals_short"; readonly needed: number; readonly have: number }
  | { readonly code: "title_number_malformed" }
  | { readonly code: "title_date_in_future"; readonly today: LocalDate }
  | { readonly code: "title_date_too_early"; readonly from: LocalDate }
  | { readonly code: "title_sent_otherwise" }
  | { readonly code: "title_revoked_already" }
  | { readonly code: "title_revocation_waits" }
  | { readonly code: "title_revocation_is_yours" }
  | { readonly code: "ambassador_not_enrolled" }
  | { readonly code: "mentee_is_you" }
  | { readonly code: "mentee_known" }
  | { readonly code: "mentees_full"; readonly maximum: number }
  | { readonly code: "family_own_record" }
  | { readonly code: "family_own_household" }
  | { readonly code: "family_items_not_declared" }
  | { readonly code: "family_declaration_waits" }
  | { readonly code: "family_checked_already" }
  | { readonly code: "family_nobody_chosen" }
  | { readonly code: "family_not_confirmed" }
  | { readonly code: "market_name_taken" }
  | { readonly code: "market_evidence_missing" };
