import type { LocalDate } from "../calendar/local-date.ts";
import type { GuestRefusal } from "./guest.ts";
import type { MembershipRefusal } from "./membership.ts";

/** Why a change of the roster is refused. */
export type RosterRefusal =
  | MembershipRefusal
  | { code: "membership_starts_later"; from: LocalDate }
  | { code: "membership_already_ended"; until: LocalDate }
  | GuestRefusal
  | { code: "team_ended"; until: LocalDate }
  | { code: "team_needs_village" }
  | { code: "team_needs_school" }
  | { code: "member_phone_known"; name: string }
  | { code: "member_erased" }
  | { code: "account_needed" }
  | { code: "delegation_ends_before_it_starts" }
  | { code: "delegation_too_long"; maximumDays: number }
  | { code: "delegation_in_the_past" }
  | { code: "delegation_overlaps"; from: LocalDate; until: LocalDate }
  | { code: "delegate_not_in_team" }
  | { code: "decision_incomplete" };
