import type { LocalDate } from "../calendar/local-date.ts";
import type { SlotLabelRefusal } from "./slot-label.ts";

/** Why a change of a village's list is refused. */
export type HouseholdRefusal =
  | SlotLabelRefusal
  | { code: "household_code_taken"; head: string }
  | { code: "household_known"; householdCode: string; lane: string | null }
  | { code: "household_sent_otherwise" }
  | { code: "household_ended"; until: LocalDate }
  | { code: "household_ends_before_it_starts"; from: LocalDate }
  | { code: "household_ends_later" }
  | { code: "household_full"; maximum: number }
  | { code: "no_household_header" }
  | { code: "no_households" }
  | { code: "slot_unknown" }
  | { code: "slot_taken" }
  | { code: "absence_already_so" }
  | { code: "absence_own_proposal" }
  | { code: "absence_not_proposed" };
