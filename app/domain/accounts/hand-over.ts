import type { Role } from "#app/domain/access/roles.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { HandOverRefusal } from "./enrolment-refusals.ts";

/** One office, from one person to another, on a day. The second person who confirms it is neither of them. */
export interface HandOver {
  readonly role: Role;
  readonly fromAccountId: string;
  readonly toAccountId: string;
  /** The new holder's first day; the old one's last day is the day before. */
  readonly firstDay: LocalDate;
}

/** Offices are held in the commune itself. Team roles change with the roster, not by this act. */
export const ROLES_HANDED_OVER = [
  "office",
  "commune_leader",
  "council",
  "sector_office",
  "youth_union",
  "administrator",
] as const satisfies readonly Role[];

export interface HandOverFacts {
  readonly today: LocalDate;
  readonly isHeld: boolean;
  readonly isNewHolderOfCommune: boolean;
  readonly isNewHolderActive: boolean;
}

export function judgeHandOver(handOver: HandOver, facts: HandOverFacts): Verdict<HandOver, HandOverRefusal> {
  if (handOver.fromAccountId === handOver.toAccountId) return refused({ code: "hand_over_to_self" });
  if (!facts.isHeld) return refused({ code: "hand_over_not_held" });
  if (!facts.isNewHolderOfCommune) return refused({ code: "not_permitted" });
  if (!facts.isNewHolderActive) return refused({ code: "account_disabled" });
  if (handOver.firstDay < facts.today) return refused({ code: "hand_over_in_the_past" });
  return allowed(handOver);
}

/** Confirmed late, the office changes hands on the day of the confirmation: nobody held it unconfirmed. */
export function effectiveFirstDay(handOver: HandOver, confirmedOn: LocalDate): LocalDate {
  return handOver.firstDay < confirmedOn ? confirmedOn : handOver.firstDay;
}
