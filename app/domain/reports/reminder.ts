import { addDays, type Instant, type LocalDate, localDateAt, startOfDay } from "../calendar/local-date.ts";

/** J01: five days before, two days before, on the last day in time, and on the first late day. */
const REMINDER_STAGES = ["d-5", "d-2", "d-0", "d+1"] as const;
export type ReminderStage = (typeof REMINDER_STAGES)[number];

const DAYS_FROM_LAST: Readonly<Record<ReminderStage, number>> = { "d-5": -5, "d-2": -2, "d-0": 0, "d+1": 1 };
const SEVEN_HOURS_MS = 7 * 60 * 60 * 1000;
/** Whoever heard nothing for so long is told by a person. */
const STALE_AFTER_MS = 7 * 24 * 60 * 60 * 1000;

/** The last day in time, given the first instant that is late. */
export function lastDayInTime(lateFrom: Instant): LocalDate {
  return localDateAt(lateFrom - 1);
}

/** At seven in the morning in Việt Nam, whatever zone the server keeps. */
export function reminderAt(stage: ReminderStage, lateFrom: Instant): Instant {
  return startOfDay(addDays(lastDayInTime(lateFrom), DAYS_FROM_LAST[stage])) + SEVEN_HOURS_MS;
}

interface RemindFacts {
  readonly lateFrom: Instant;
  /** When the report was asked for: what would have come before is no reminder. */
  readonly askedAt: Instant;
  readonly told: readonly ReminderStage[];
}

/**
 * Which reminder is due now. After a time of silence only the newest is: it says what is true today, and those before
 * it would say what no longer is.
 */
export function dueReminder({ lateFrom, askedAt, told }: RemindFacts, now: Instant): ReminderStage | null {
  const due = REMINDER_STAGES.filter((stage) => {
    const at = reminderAt(stage, lateFrom);
    return askedAt <= at && at <= now && now - at < STALE_AFTER_MS;
  }).at(-1);
  if (due === undefined) return null;
  const isTold = told.some((stage) => REMINDER_STAGES.indexOf(stage) >= REMINDER_STAGES.indexOf(due));
  return isTold ? null : due;
}

/** Exactly at the due moment it is late: "trước ngày 20" has ended with the 19th. */
export function isLateAt(lateFrom: Instant, at: Instant): boolean {
  return at >= lateFrom;
}
