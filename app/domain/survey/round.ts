import type { LocalDate } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import type { AnswerRefusal } from "./answers.ts";

export type RoundRefusal =
  | { readonly code: "survey_round_name_taken" }
  | { readonly code: "survey_round_ends_before" }
  | { readonly code: "survey_round_too_long"; readonly days: number }
  | { readonly code: "survey_round_no_village" }
  | { readonly code: "survey_round_sent_otherwise" };

export type SurveyRefusal =
  | AnswerRefusal
  | RoundRefusal
  | { readonly code: "survey_round_not_open"; readonly from: LocalDate; readonly until: LocalDate }
  | { readonly code: "survey_changed_meanwhile" }
  | { readonly code: "survey_sent_otherwise" }
  | { readonly code: "survey_nothing_said" };

export const LONGEST_ROUND_DAYS = 366;
export const LONGEST_ROUND_NAME = 80;

export type RoundState = "coming" | "running" | "over";

/** Both days included. */
export interface RoundDays {
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

export function stateOfRound({ firstDay, lastDay }: RoundDays, today: LocalDate): RoundState {
  if (today < firstDay) return "coming";
  return today > lastDay ? "over" : "running";
}

export function judgeAsking(days: RoundDays, today: LocalDate): Verdict<null, SurveyRefusal> {
  return stateOfRound(days, today) === "running"
    ? allowed(null)
    : refused({ code: "survey_round_not_open", from: days.firstDay, until: days.lastDay });
}

/** What is known of residents is kept this long after the year it was gathered in, where the commune says nothing. */
export const RETENTION_MONTHS = 24;

/** What an office may choose. */
export const RETENTION_CHOICES = [6, 12, 24, 36, 60] as const;

/** The first day on which what was gathered up to `lastDay` is no longer kept. */
export function retentionEnds(lastDay: LocalDate, months: number): LocalDate {
  const total = (Number(lastDay.slice(0, 4)) + 1) * 12 + months;
  const month = String((total % 12) + 1).padStart(2, "0");
  return `${Math.floor(total / 12)}-${month}-01` as LocalDate;
}
