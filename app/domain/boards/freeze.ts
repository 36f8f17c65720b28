import type { Instant } from "../calendar/local-date.ts";
import { type MonthState, takesLines } from "../months/month.ts";

export const FREEZE_HOURS = 48;
const HOUR_MS = 60 * 60 * 1000;

/**
 * T7: in the last hours before a month's figures freeze, ranks stand as they were when those hours began, so that
 * nobody can time a flood by the board. From the freeze on the board shows what came of it.
 */
export function frozenSince(
  months: readonly { readonly state: MonthState; readonly graceEndsAt: Instant }[],
  now: Instant,
): Instant | null {
  const since = months
    .filter(({ state, graceEndsAt }) => takesLines(state) && now < graceEndsAt)
    .map(({ graceEndsAt }) => graceEndsAt - FREEZE_HOURS * HOUR_MS)
    .filter((start) => start <= now);
  return since.length === 0 ? null : Math.min(...since);
}
