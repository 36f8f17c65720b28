import { addDays, type LocalDate, weekdayOf } from "../calendar/local-date.ts";

export const LEAGUE_SIZE = 20;
/** Weeks whose pace decides who races whom. */
export const PACE_WEEKS = 4;

/** The Monday of the week. */
export function weekStart(day: LocalDate): LocalDate {
  return addDays(day, 1 - weekdayOf(day));
}

export function weekEnd(day: LocalDate): LocalDate {
  return addDays(weekStart(day), 6);
}

export interface Pace {
  readonly id: string;
  /** Hundredths of the weeks before. */
  readonly points: number;
}

/**
 * People of like pace together, about twenty each, the fastest first. The sizes differ by one at most, so that nobody
 * races alone. The order in which people come decides nothing.
 */
export function divideByPace(paces: readonly Pace[]): string[][] {
  const sorted = [...paces].sort(
    (left, right) => right.points - left.points || (left.id < right.id ? -1 : 1),
  );
  const count = Math.max(1, Math.round(sorted.length / LEAGUE_SIZE));
  const leagues = Array.from({ length: count }, (_, index) => {
    const from = Math.floor((index * sorted.length) / count);
    return sorted.slice(from, Math.floor(((index + 1) * sorted.length) / count)).map(({ id }) => id);
  });
  return leagues.filter((league) => league.length > 0);
}
