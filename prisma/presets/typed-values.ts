import { type LocalDate, parseLocalDate } from "#app/domain/calendar/local-date.ts";

/** Points and weights are written whole here and kept in hundredths everywhere. */
export function points(whole: number): number {
  return whole * 100;
}

export function percent(whole: number): number {
  return whole * 100;
}

export function day(text: string): LocalDate {
  const date = parseLocalDate(text);
  if (date === null) throw new Error(`a preset names the impossible day ${text}`);
  return date;
}
