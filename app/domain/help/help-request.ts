import type { Instant } from "../calendar/local-date.ts";

/** L31: what residents ask for; a list, so that nobody types what the house must not know. */
export const HELP_NEEDS = [
  "vneid",
  "public_services",
  "health",
  "social",
  "payment",
  "fraud",
  "phone",
  "apps",
  "other",
] as const;
export type HelpNeed = (typeof HELP_NEEDS)[number];

export const HELP_TIMES = ["morning", "noon", "afternoon", "evening", "weekend"] as const;
export type HelpTime = (typeof HELP_TIMES)[number];

export type HelpState = "waiting" | "contacted" | "done" | "not_reached" | "withdrawn" | "expired";

/** Proposed: somebody calls within two days. */
export const CALL_WITHIN_HOURS = 48;
/** Name, number and words go this long after the end; what nobody answered ends by itself. */
export const KEPT_DAYS = 30;
export const WAITS_AT_MOST_DAYS = 60;

export type HelpRefusal =
  | { readonly code: "help_phone_not_valid" }
  | { readonly code: "help_consent_missing" }
  | { readonly code: "help_over" }
  | { readonly code: "help_call_first" };

export interface HelpTimes {
  readonly requests: number;
  readonly waiting: number;
  /** Nobody called, and the two days are over. */
  readonly late: number;
  readonly done: number;
  /** Basis points of those whose two days are over or who were called; null where there are none. */
  readonly inTime: number | null;
  /** Until the first call; null where nobody was called. */
  readonly medianMinutes: number | null;
}

interface Asked {
  readonly state: HelpState;
  readonly arrivedAt: Instant;
  readonly contactedAt: Instant | null;
}

const HOUR_MS = 3_600_000;

/** How quickly a village answers, never a person. Who took the request back was not waited for. */
export function helpTimes(requests: readonly Asked[], now: Instant): HelpTimes {
  const asked = requests.filter(({ state, contactedAt }) => state !== "withdrawn" || contactedAt !== null);
  const waits = asked.flatMap(({ arrivedAt, contactedAt }) =>
    contactedAt === null ? [] : [contactedAt - arrivedAt],
  );
  const inTime = waits.filter((wait) => wait <= CALL_WITHIN_HOURS * HOUR_MS).length;
  const missed = asked.filter(
    ({ arrivedAt, contactedAt }) => contactedAt === null && now - arrivedAt > CALL_WITHIN_HOURS * HOUR_MS,
  );
  const judged = waits.length + missed.length;
  return {
    requests: requests.length,
    waiting: requests.filter(({ state }) => state === "waiting").length,
    late: missed.filter(({ state }) => state === "waiting").length,
    done: requests.filter(({ state }) => state === "done").length,
    inTime: judged === 0 ? null : Math.floor((10_000 * inTime) / judged),
    medianMinutes: medianOf(waits.map((wait) => Math.floor(wait / 60_000))),
  };
}

function medianOf(values: readonly number[]): number | null {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  if (upper === undefined) return null;
  return Number.isInteger(middle) ? Math.floor(((sorted[middle - 1] ?? upper) + upper) / 2) : upper;
}
