import type { LocalDate } from "#app/domain/calendar/local-date.ts";

/** A date column travels as midnight in UTC, whatever the zone. */
export function toDatabaseDay(date: LocalDate): Date {
  return new Date(`${date}T00:00:00Z`);
}

export function fromDatabaseDay(date: Date): LocalDate {
  return date.toISOString().slice(0, 10) as LocalDate;
}
