import type { Instant, LocalDate } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";

/** D10: a mobile help point; D11: the day of going out (ra quân). */
export const POINT_KINDS = ["mobile_point", "launch_day"] as const;
export type PointKind = (typeof POINT_KINDS)[number];

export const POINT_PARTS = ["host", "helper"] as const;
export type PointPart = (typeof POINT_PARTS)[number];

/** What the catalogue of work calls the shift. */
export const SHIFT_KEY = "help-point-shift";
export const SHIFT_MINUTES = 120;
export const MOST_STATIONS = 12;

export type PointRefusal =
  | { readonly code: "point_times_crossed" }
  | { readonly code: "point_day_past"; readonly today: LocalDate }
  | { readonly code: "point_code_stale" }
  | { readonly code: "point_not_open" }
  | { readonly code: "point_closed" }
  | { readonly code: "point_shift_short"; readonly minutes: number; readonly least: number }
  | { readonly code: "point_shift_logged" };

export interface PointTimes {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly closedAt: Instant | null;
}

const MINUTE_MS = 60_000;
/** Who sets up comes early; who is slow to scan is still there after the end. */
const EARLY_MS = 60 * MINUTE_MS;
const LATE_MS = 60 * MINUTE_MS;

export type PointPhase = "coming" | "open" | "over";

export function pointPhase({ startsAt, endsAt, closedAt }: PointTimes, now: Instant): PointPhase {
  if (closedAt !== null || now >= endsAt + LATE_MS) return "over";
  return now < startsAt - EARLY_MS ? "coming" : "open";
}

/** Presence is written down while the point stands, not before and not from memory. */
export function judgePresence(times: PointTimes, now: Instant): Verdict<null, PointRefusal> {
  if (times.closedAt !== null) return refused({ code: "point_closed" });
  return pointPhase(times, now) === "open" ? allowed(null) : refused({ code: "point_not_open" });
}

/** Whole minutes somebody was there, within the times of the point. */
export function minutesAt(
  { startsAt, endsAt, closedAt }: PointTimes,
  { cameAt, leftAt }: { readonly cameAt: Instant; readonly leftAt: Instant | null },
  now: Instant,
): number {
  const end = Math.min(leftAt ?? now, closedAt ?? now, endsAt, now);
  return Math.max(0, Math.floor((end - Math.max(cameAt, startsAt)) / MINUTE_MS));
}

/** D10: a shift of at least two hours is work of its own; a shorter one is not. */
export function judgeShift(minutes: number, isLogged: boolean): Verdict<null, PointRefusal> {
  if (isLogged) return refused({ code: "point_shift_logged" });
  return minutes >= SHIFT_MINUTES
    ? allowed(null)
    : refused({ code: "point_shift_short", minutes, least: SHIFT_MINUTES });
}

/** A code is shown for a minute and taken for five: a phone needs its time, a picture sent home comes too late. */
const CODE_LIFE_MS = MINUTE_MS;
const CODES_TAKEN = 5;

export function codeWindow(now: Instant): number {
  return Math.floor(now / CODE_LIFE_MS);
}

export function windowsTaken(now: Instant): number[] {
  const newest = codeWindow(now);
  return Array.from({ length: CODES_TAKEN }, (_, age) => newest - age);
}
