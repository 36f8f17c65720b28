import type { LocalDate } from "../calendar/local-date.ts";
import type { TextRefusal } from "../text/clean-text.ts";
import type { ClaimState } from "./claim.ts";
import type { Mode } from "./scheme.ts";

/** Why something written in a claim is refused. Each stands beside its field. */
export type ClaimContentRefusal = TextRefusal | ClaimWordRefusal;

export type ClaimWordRefusal =
  | { readonly code: "kind_unknown" }
  | { readonly code: "kind_retired"; readonly since: LocalDate }
  | { readonly code: "mode_not_allowed"; readonly modes: readonly Mode[] }
  | { readonly code: "work_in_future"; readonly today: LocalDate }
  | { readonly code: "work_month_closed"; readonly openFrom: LocalDate }
  | { readonly code: "not_in_team_on_day"; readonly workDate: LocalDate }
  | { readonly code: "link_not_valid_address" }
  | { readonly code: "units_missing" }
  | { readonly code: "units_too_many"; readonly maximum: number }
  | { readonly code: "unit_needs_service" }
  | { readonly code: "service_unknown" }
  | { readonly code: "service_retired"; readonly since: LocalDate }
  | { readonly code: "unit_needs_household" }
  | { readonly code: "unit_needs_outcome" }
  | { readonly code: "unit_needs_stage" }
  | { readonly code: "household_not_listed" }
  | { readonly code: "slot_not_listed" }
  | { readonly code: "unit_repeated"; readonly first: number }
  | { readonly code: "quantity_out_of_range"; readonly maximum: number }
  | { readonly code: "bonus_unknown" }
  | { readonly code: "bonus_too_many"; readonly maximum: number }
  | { readonly code: "check_not_of_kind" }
  | { readonly code: "steps_and_quantity_differ"; readonly steps: number }
  | { readonly code: "orders_need_payment_account" }
  | { readonly code: "commitment_needs_photo" }
  | { readonly code: "too_few_people"; readonly minimum: number }
  | { readonly code: "too_short_a_time"; readonly minimum: number }
  | { readonly code: "visits_below_people"; readonly people: number }
  | { readonly code: "number_out_of_range"; readonly minimum: number; readonly maximum: number }
  | { readonly code: "too_many_named"; readonly maximum: number }
  | { readonly code: "named_twice" }
  | { readonly code: "helper_is_self" }
  | { readonly code: "helper_not_in_team" }
  | { readonly code: "photo_unknown" };

export const CLAIM_FIELDS = [
  "activityKey",
  "workDate",
  "mode",
  "audience",
  "place",
  "note",
  "link",
  "visits",
  "minutes",
  "counters",
  "movements",
  "units",
  "helpers",
  "photos",
] as const;
export type ClaimField = (typeof CLAIM_FIELDS)[number];

/** One thing wrong, and where: `index` counts units, helpers, photos and movements from 0. */
export type ClaimProblem = ClaimContentRefusal & { readonly field: ClaimField; readonly index?: number };

/** Why a verb on a claim is refused. "not_permitted" also stands for "there is no such claim". */
export type ClaimRefusal =
  | { readonly code: "claim_has_problems"; readonly problems: readonly ClaimProblem[] }
  | { readonly code: "claim_id_reused" }
  | { readonly code: "claim_not_readable" }
  | { readonly code: "paper_has_problems" }
  | { readonly code: "claim_not_open"; readonly state: ClaimState }
  | { readonly code: "claim_changed"; readonly revision: number }
  | { readonly code: "not_on_roster" };
