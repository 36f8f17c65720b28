import { addDays, daysBetween, type LocalDate, parseLocalDate, partsOf } from "../calendar/local-date.ts";
import { lastDayOfMilestone, type MilestoneTime } from "../plan/milestone.ts";

/** A milestone's time, and "hạn đến 30/6", whose last day is the 30th itself. */
export type TaskTime = MilestoneTime | { readonly kind: "by"; readonly day: LocalDate };
export const TASK_TIME_KINDS = ["before", "by", "within", "all_year"] as const;

export type PlanTaskRefusal =
  | { readonly code: "plan_task_time_missing" }
  | { readonly code: "plan_task_time_unreadable" }
  | { readonly code: "plan_task_not_there" }
  | { readonly code: "plan_task_month_not_its_own" }
  | { readonly code: "plan_task_evidence_missing" }
  | { readonly code: "plan_task_keeper_unknown" };

export function lastDayOfTask(time: TaskTime): LocalDate | null {
  return time.kind === "by" ? time.day : lastDayOfMilestone(time);
}

/** As the database keeps it: the kind and one short text. */
export function valueOfTime(time: TaskTime): string {
  switch (time.kind) {
    case "before":
    case "by":
      return time.day;
    case "within":
      return time.period;
    case "all_year":
      return String(time.year);
  }
}

export function timeOf(kind: TaskTime["kind"], value: string): TaskTime | null {
  const day = parseLocalDate(value);
  switch (kind) {
    case "before":
    case "by":
      return day && { kind, day };
    case "within":
      return lastDayOfMilestone({ kind, period: value }) === null ? null : { kind, period: value };
    case "all_year":
      return /^2\d{3}$/.test(value) ? { kind, year: Number(value) } : null;
  }
}

export interface TaskReport {
  readonly percent: number;
  /** Of a continuous task: the calendar month it speaks of, 202606. */
  readonly month: number | null;
  readonly on: LocalDate;
}

export type TaskStand =
  | "waiting"
  | "under_way"
  | "overdue"
  | "done"
  | "done_late"
  /** Continuous: nothing is missing but the tick of the running month; or not even that. */
  | "to_tick"
  | "ticked";

export interface TaskProgress {
  readonly stand: TaskStand;
  readonly percent: number;
  /** Months of a continuous task that are over and were not ticked. */
  readonly missed: readonly number[];
  /** Whole days since its last day; null while there is time. */
  readonly daysLate: number | null;
}

interface TaskFacts {
  readonly time: TaskTime;
  /** Ticks are asked for from this day on: nobody owes what was before the task. */
  readonly since: LocalDate;
  /** In the order they were made. */
  readonly reports: readonly TaskReport[];
}

/** J14 to J20: how far a task is on a day. */
export function progressOf({ time, since, reports }: TaskFacts, today: LocalDate): TaskProgress {
  return time.kind === "all_year"
    ? continuousProgress(time.year, since, reports, today)
    : datedProgress(lastDayOfTask(time), reports, today);
}

function datedProgress(
  lastDay: LocalDate | null,
  reports: readonly TaskReport[],
  today: LocalDate,
): TaskProgress {
  const last = reports.at(-1);
  const percent = last?.percent ?? 0;
  if (last && percent === 100) {
    // What was finished stays finished on the day it was first said, however often it is said again.
    const reopened = reports.findLastIndex((report) => report.percent < 100);
    const finished = reports[reopened + 1] ?? last;
    const isLate = lastDay !== null && finished.on > lastDay;
    return { stand: isLate ? "done_late" : "done", percent, missed: [], daysLate: null };
  }
  if (lastDay !== null && today > lastDay)
    return { stand: "overdue", percent, missed: [], daysLate: daysBetween(lastDay, today) };
  return { stand: percent > 0 ? "under_way" : "waiting", percent, missed: [], daysLate: null };
}

function continuousProgress(
  year: number,
  since: LocalDate,
  reports: readonly TaskReport[],
  today: LocalDate,
): TaskProgress {
  const ticked = new Set(reports.map(({ month }) => month));
  const months = monthsToTick(year, since);
  const running = monthOf(today);
  const missed = months.filter((month) => month < running && !ticked.has(month));
  const due = months.filter((month) => month <= running);
  const percent =
    months.length === 0
      ? 0
      : Math.floor((100 * months.filter((month) => ticked.has(month)).length) / months.length);
  if (missed.length > 0)
    return { stand: "overdue", percent, missed, daysLate: daysBetween(endOfMonth(missed[0] ?? 0), today) };
  if (due.length === 0) return { stand: "waiting", percent, missed, daysLate: null };
  if (months.every((month) => ticked.has(month)))
    return { stand: "done", percent: 100, missed, daysLate: null };
  return { stand: ticked.has(running) ? "ticked" : "to_tick", percent, missed, daysLate: null };
}

/** The months of its year a continuous task is ticked in, from the one it begins in. */
export function monthsToTick(year: number, since: LocalDate): number[] {
  const first = Math.max(monthOf(since), year * 100 + 1);
  return Array.from({ length: 12 }, (_, index) => year * 100 + index + 1).filter((month) => month >= first);
}

export function monthOf(day: LocalDate): number {
  const { year, month } = partsOf(day);
  return year * 100 + month;
}

function endOfMonth(month: number): LocalDate {
  const next = month % 100 === 12 ? month + 89 : month + 1;
  const text = String(next);
  return addDays(`${text.slice(0, 4)}-${text.slice(4)}-01` as LocalDate, -1);
}

/** One unit's work: what it leads and what it helps with. */
export interface UnitWork {
  readonly unit: string;
  readonly leads: number;
  readonly helps: number;
  readonly done: number;
  readonly overdue: number;
}

/** J21: each task counts for its one lead unit, and is listed with those that help. */
export function workByUnit(
  tasks: readonly {
    readonly leadUnit: string;
    readonly coordinatingUnits: readonly string[];
    readonly stand: TaskStand;
  }[],
): UnitWork[] {
  const units = new Map<string, { leads: number; helps: number; done: number; overdue: number }>();
  const of = (unit: string) => {
    const known = units.get(unit) ?? { leads: 0, helps: 0, done: 0, overdue: 0 };
    units.set(unit, known);
    return known;
  };
  for (const { leadUnit, coordinatingUnits, stand } of tasks) {
    const lead = of(leadUnit);
    lead.leads += 1;
    if (stand === "overdue") lead.overdue += 1;
    if (stand === "done" || stand === "done_late") lead.done += 1;
    for (const unit of new Set(coordinatingUnits)) if (unit !== leadUnit) of(unit).helps += 1;
  }
  return [...units]
    .map(([unit, work]) => ({ unit, ...work }))
    .sort(
      (left, right) =>
        right.overdue - left.overdue || right.leads - left.leads || (left.unit < right.unit ? -1 : 1),
    );
}
