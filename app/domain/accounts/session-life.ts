import type { Assurance } from "#app/domain/access/actor.ts";

const MINUTE_MS = 60 * 1000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * How long a session lives untouched and at all. A session with the second factor carries the office's roles:
 * it lasts a working day and falls asleep over lunch taken too long. A password session on one's own phone
 * may last; an unlocked phone is unlocked again in a second.
 */
const LIVES: Readonly<Record<Assurance, { idleMs: number; absoluteMs: number }>> = {
  second_factor: { idleMs: 2 * HOUR_MS, absoluteMs: 12 * HOUR_MS },
  password: { idleMs: 7 * DAY_MS, absoluteMs: 30 * DAY_MS },
  unlock: { idleMs: 12 * HOUR_MS, absoluteMs: DAY_MS },
};
/** A sign-in that stands before its second factor waits no longer than finding the other phone takes. */
const HALF_WAY_MS = 15 * MINUTE_MS;
const FRESH_MS = 10 * MINUTE_MS;
const TOUCH_EVERY_MS = MINUTE_MS;
/** Requests already under way may still carry the token that was just replaced. */
export const OLD_TOKEN_GRACE_MS = MINUTE_MS;
/** Until when an enrolled phone may be unlocked without the password. */
export const UNLOCK_MS = 90 * DAY_MS;

export function sessionExpiry(assurance: Assurance, isHalfWay: boolean, nowMs: number): Date {
  return new Date(nowMs + (isHalfWay ? HALF_WAY_MS : LIVES[assurance].absoluteMs));
}

export function isIdle(assurance: Assurance, lastSeenMs: number, nowMs: number): boolean {
  return nowMs - lastSeenMs > LIVES[assurance].idleMs;
}

export function isFresh(provedMs: number, nowMs: number): boolean {
  return nowMs - provedMs <= FRESH_MS;
}

export function isTouchDue(lastSeenMs: number, nowMs: number): boolean {
  return nowMs - lastSeenMs >= TOUCH_EVERY_MS;
}
