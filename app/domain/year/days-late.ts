import { daysBetween, type Instant, type LocalDate, localDateAt } from "../calendar/local-date.ts";

/** The last day that is in time, of the first instant that is late. */
export function dueDayOf(lateFrom: Instant): LocalDate {
  return localDateAt(lateFrom - 1);
}

/** Whole days of the calendar; any lateness at all is at least one day. Null while nothing was sent. */
export function daysLateOf(lateFrom: Instant, sentAt: Instant | null): number | null {
  if (sentAt === null) return null;
  return sentAt < lateFrom ? 0 : Math.max(1, daysBetween(dueDayOf(lateFrom), localDateAt(sentAt)));
}
