import type { LocalDate } from "../calendar/local-date.ts";
import type { HoldKind } from "./hold.ts";
import type { Standing } from "./shortlist.ts";

export type AwardRefusal =
  | { readonly code: "award_form_not_for_recipient" }
  | { readonly code: "award_recipient_gone" }
  | { readonly code: "award_theme_missing" }
  | { readonly code: "award_register_missing" }
  | { readonly code: "award_span_backwards" }
  | { readonly code: "award_nothing_counts"; readonly from: LocalDate }
  | { readonly code: "award_is_held"; readonly kind: HoldKind; readonly document: string }
  /** The same achievement stands in another proposal or award. */
  | { readonly code: "award_achievement_used"; readonly name: string }
  | { readonly code: "award_kept_out" }
  | { readonly code: "award_minutes_missing" }
  | { readonly code: "award_review_not_locked" }
  | { readonly code: "award_step_too_late" }
  | { readonly code: "award_number_malformed" }
  | { readonly code: "award_date_in_future"; readonly today: LocalDate }
  | { readonly code: "award_nothing_chosen" }
  | { readonly code: "award_hold_in_future"; readonly today: LocalDate }
  | { readonly code: "award_hold_cleared_too_early"; readonly from: LocalDate }
  | { readonly code: "award_hold_gone" }
  | { readonly code: "award_departure_does_not_fit"; readonly standing: Standing }
  | { readonly code: "award_departure_waits" }
  | { readonly code: "award_departure_gone" }
  | { readonly code: "award_departure_is_yours" }
  | { readonly code: "award_departure_not_yours" };
