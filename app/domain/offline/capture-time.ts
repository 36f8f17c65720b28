import type { Instant } from "../calendar/local-date.ts";
import { addDays, type LocalDate, localDateAt, startOfDay } from "../calendar/local-date.ts";

/** How a day was chosen on the phone: by its own clock, or by name. */
export const DAY_CHOICES = ["today", "yesterday", "named"] as const;
export type DayChoice = (typeof DAY_CHOICES)[number];

/** What phone and server know of the moment a record was written. All clocks but the server's are hints (T14). */
export interface CaptureFacts {
  /** By the phone's clock. */
  readonly capturedAt: Instant;
  /** By the phone's clock, when it sends. */
  readonly phoneNow: Instant;
  /** The last word from the server before the record was written, and what the phone's clock said then. */
  readonly contact: { readonly server: Instant; readonly phone: Instant };
  /** The phone saw its own clock go backwards between that word and the sending. */
  readonly wentBack: boolean;
  readonly serverNow: Instant;
}

export interface CapturedOn {
  /** The day it was, when the record was written. */
  readonly day: LocalDate;
  readonly clock: "sure" | "unsure";
}

/** Two reckonings of one moment; a clock that was left alone makes them meet, however wrong it is. */
const AGREE_WITHIN_MS = 10 * 60 * 1000;

/**
 * The day a record was written on, by two reckonings: forward from the last word of the server, and backward from the
 * sending. A phone's clock that is hours or years off is off by the same in both and leaves no trace. Where the
 * clock was moved in between they differ, and if they differ in the day nobody is sure of it: a person looks.
 */
export function placeCapture(facts: CaptureFacts): CapturedOn {
  const { capturedAt, phoneNow, contact, wentBack, serverNow } = facts;
  const forward = contact.server + (capturedAt - contact.phone);
  const backward = serverNow - (phoneNow - capturedAt);
  const isPossible = (moment: Instant) =>
    moment >= contact.server - AGREE_WITHIN_MS && moment <= serverNow + AGREE_WITHIN_MS;
  const within = (moment: Instant) => Math.min(Math.max(moment, contact.server), serverNow);
  const likely = isPossible(backward) ? backward : within(forward);
  const day = localDateAt(within(likely));
  // Between one word of the server and the next lies one day only: no clock is asked.
  const isOneDay = localDateAt(contact.server) === localDateAt(serverNow);
  if (isOneDay) return { day: localDateAt(serverNow), clock: "sure" };
  const doAgree =
    isPossible(forward) && isPossible(backward) && Math.abs(forward - backward) <= AGREE_WITHIN_MS;
  const isSameDay = localDateAt(within(forward)) === localDateAt(within(backward));
  const isSure = doAgree && isSameDay && !wentBack && !isAtMidnight(likely);
  return { day, clock: isSure ? "sure" : "unsure" };
}

/** So near to midnight that the slack of the reckoning reaches into the day beside. */
const MIDNIGHT_MS = 5_000;

function isAtMidnight(moment: Instant): boolean {
  const start = startOfDay(localDateAt(moment));
  const next = startOfDay(addDays(localDateAt(moment), 1));
  return moment - start < MIDNIGHT_MS || next - moment < MIDNIGHT_MS;
}

/** The day of the work: a day that was named stands, whatever any clock says. */
export function workDayOf(choice: DayChoice, named: LocalDate, captured: CapturedOn): CapturedOn {
  if (choice === "named") return { day: named, clock: "sure" };
  return choice === "today" ? captured : { ...captured, day: addDays(captured.day, -1) };
}
