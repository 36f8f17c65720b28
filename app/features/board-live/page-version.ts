import type { Instant } from "#app/domain/calendar/local-date.ts";

const QUARTER_HOUR_MS = 15 * 60_000;

/** Changes move a board on, and so does time: a day begins, a month opens, the last hours before a freeze begin (T7). */
export function pageVersion(liveVersion: number, now: Instant): string {
  return `${liveVersion}.${Math.floor(now / QUARTER_HOUR_MS)}`;
}
