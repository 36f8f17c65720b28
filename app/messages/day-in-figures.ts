import { localDateAt } from "#app/domain/calendar/local-date.ts";

/** "2026-11-03" as both languages write it in running text: 3/11/2026. */
export function dayInFigures(date: string): string {
  return date.split("-").reverse().map(Number).join("/");
}

export function dayInFiguresAt(instant: number): string {
  return dayInFigures(localDateAt(instant));
}
