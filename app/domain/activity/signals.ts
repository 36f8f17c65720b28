import type { Mode } from "./scheme.ts";

/** What makes a checker look twice. A signal never punishes by itself. */
export const SIGNAL_KINDS = [
  "same_photo",
  "similar_photo",
  "same_resident",
  "impossible_count",
  "deadline_flood",
  "reciprocal",
  "same_time_and_place",
  "photo_day_differs",
  "late",
  "phone_clock",
  "untrained",
] as const;
export type SignalKind = (typeof SIGNAL_KINDS)[number];

/** T14: the phone's clock is a hint; further off than this is said to whoever verifies. */
export const PHONE_CLOCK_TOLERANCE_MS = 5 * 60 * 1000;

/** T4: pictures this close are taken for one another; altered copies lie within 9, different ones from 15 up. */
export const SIMILAR_PHOTO_BITS = 10;

/** T7: records held back until the last two days of a month. */
export const FLOOD_HOURS = 48;
export const FLOOD_LEAST_CLAIMS = 10;

const FACE_TO_FACE: ReadonlySet<Mode> = new Set([
  "home_visit",
  "hands_on",
  "mobile_point",
  "one_stop_counter",
]);
/** Five minutes for one person are little for a single service, and nobody helps all day without a break. */
const MOST_PER_HOUR = 12;
const MOST_PER_DAY = 100;

export interface Pace {
  readonly mode: Mode;
  readonly visits: number;
  readonly minutes: number | null;
  /** Of one member on that day, over all records. */
  readonly visitsOfDay: number;
  readonly participants: number;
}

/** More people face to face than hands can help; null where the pace is believable. */
export function judgePace(pace: Pace): { readonly perHour: number | null; readonly ofDay: number } | null {
  const { mode, visits, minutes, visitsOfDay, participants } = pace;
  if (!FACE_TO_FACE.has(mode)) return null;
  const hands = Math.max(1, participants);
  const perHour = minutes === null ? null : Math.round((visits * 60) / minutes / hands);
  const isTooFast = perHour !== null && perHour > MOST_PER_HOUR && visits > MOST_PER_HOUR / 2;
  if (!isTooFast && visitsOfDay <= MOST_PER_DAY * hands) return null;
  return { perHour, ofDay: visitsOfDay };
}

/** T7: most of a month's records came in its last two days. */
export function isFlood(inLastHours: number, inMonth: number): boolean {
  return inLastHours >= FLOOD_LEAST_CLAIMS && inLastHours * 2 > inMonth;
}

/** In bits. Hashes travel as signed 64-bit integers, as the database keeps them. */
export function hammingDistance(left: bigint, right: bigint): number {
  let differing = BigInt.asUintN(64, left ^ right);
  let count = 0;
  for (; differing !== 0n; differing &= differing - 1n) count++;
  return count;
}
