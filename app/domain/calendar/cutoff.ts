import { allowed, refused, type Verdict } from "../verdict.ts";
import {
  addDays,
  addMonths,
  type Instant,
  type LocalDate,
  makeLocalDate,
  partsOf,
  startOfDay,
} from "./local-date.ts";
import { isStartDay, makePeriod, monthsOf, type Period } from "./period.ts";

/** Who owes a report: the team first, then the office that adds the teams up (seed plans give one day each). */
export type ReportStage = "team" | "office";

export const REPORT_STAGES: readonly ReportStage[] = ["team", "office"];

export interface DueDay {
  readonly day: number;
  /** Counted in the month the period is named for, or in the month after it. */
  readonly inMonth: "named" | "next";
  /** J14: "trước ngày 20" ends with the 19th at 23:59:59; otherwise the day itself is still in time. */
  readonly strictlyBefore: boolean;
}

/** When a month of the plan ends, until when late phones and verifiers still reach it, and when reports are due. */
export interface Cutoff {
  readonly startDay: number;
  readonly graceDays: number;
  readonly due: Readonly<Record<ReportStage, DueDay>>;
}

export interface CutoffMoments {
  /** From here on work belongs to the next period. */
  readonly periodEnds: Instant;
  /** Figures freeze: from here on later truth becomes an adjustment of the next open month. */
  readonly graceEnds: Instant;
  /** The first instant at which the stage's report is late. */
  readonly lateFrom: Readonly<Record<ReportStage, Instant>>;
}

export type CutoffRefusal =
  | { readonly code: "period_start_day_out_of_range"; readonly startDay: number }
  | { readonly code: "grace_days_out_of_range"; readonly graceDays: number; readonly maximum: number }
  | { readonly code: "due_day_out_of_range"; readonly stage: ReportStage; readonly dueDay: number }
  | {
      readonly code: "report_due_before_figures_freeze";
      readonly stage: ReportStage;
      /** The last day on which the report is in time, and the first day on which its figures stand. */
      readonly lastDayInTime: LocalDate;
      readonly figuresFreezeOn: LocalDate;
    }
  | { readonly code: "office_report_due_before_team_report" };

export const MAXIMUM_GRACE_DAYS = 20;

/** Two years, one of them a leap year: every length of month a due day can meet. */
const JUDGED_YEARS = [2027, 2028];

/**
 * J01, J03: a report due before its period and grace have ended can only be late or guessed, so such a plan
 * is refused, whatever the source plan says.
 */
export function judgeCutoff(cutoff: Cutoff): Verdict<Cutoff, CutoffRefusal> {
  const { startDay, graceDays, due } = cutoff;
  if (!isStartDay(startDay)) return refused({ code: "period_start_day_out_of_range", startDay });
  if (!Number.isInteger(graceDays) || graceDays < 0 || graceDays > MAXIMUM_GRACE_DAYS) {
    return refused({ code: "grace_days_out_of_range", graceDays, maximum: MAXIMUM_GRACE_DAYS });
  }
  for (const stage of REPORT_STAGES) {
    if (!isStartDay(due[stage].day))
      return refused({ code: "due_day_out_of_range", stage, dueDay: due[stage].day });
  }
  for (const month of JUDGED_YEARS.flatMap((year) => monthsOf(makePeriod("year", year, 1, startDay)))) {
    const freezesOn = figuresFreezeOn(cutoff, month);
    for (const stage of REPORT_STAGES) {
      const lastDayInTime = lastDayInTimeOf(due[stage], month);
      if (lastDayInTime < freezesOn) {
        return refused({
          code: "report_due_before_figures_freeze",
          stage,
          lastDayInTime,
          figuresFreezeOn: freezesOn,
        });
      }
    }
    if (lastDayInTimeOf(due.office, month) < lastDayInTimeOf(due.team, month)) {
      return refused({ code: "office_report_due_before_team_report" });
    }
  }
  return allowed(cutoff);
}

/** The moments of one period. A quarter, half or year is due on the same days, counted from its last month. */
export function cutoffMoments(cutoff: Cutoff, period: Period): CutoffMoments {
  const lateFrom = (stage: ReportStage) => startOfDay(addDays(lastDayInTimeOf(cutoff.due[stage], period), 1));
  return {
    periodEnds: startOfDay(addDays(period.lastDay, 1)),
    graceEnds: startOfDay(figuresFreezeOn(cutoff, period)),
    lateFrom: { team: lateFrom("team"), office: lateFrom("office") },
  };
}

/** The last day on which the report of the period is in time. */
export function lastDayInTimeOf(due: DueDay, period: Period): LocalDate {
  const { year, month } = partsOf(period.lastDay);
  const inNamedMonth = makeLocalDate(year, month, due.day);
  if (inNamedMonth === null) throw new Error(`day ${due.day} is not in every month`);
  const dueDate = due.inMonth === "next" ? addMonths(inNamedMonth, 1) : inNamedMonth;
  return due.strictlyBefore ? addDays(dueDate, -1) : dueDate;
}

/** The first day after period and grace: figures stand from its first minute. */
export function figuresFreezeOn(cutoff: Cutoff, period: Period): LocalDate {
  return addDays(period.lastDay, 1 + cutoff.graceDays);
}
