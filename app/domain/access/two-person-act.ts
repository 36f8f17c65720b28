import type { Instant } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";

/** Acts of such weight that a second person must agree. In a commune with one officer that is its leader. */
export const ACT_KINDS = ["hand_over", "break_glass"] as const;
export type ActKind = (typeof ACT_KINDS)[number];

export function isActKind(text: string): text is ActKind {
  return (ACT_KINDS as readonly string[]).includes(text);
}

export type ActState = "waiting" | "approved" | "declined" | "withdrawn";

/** An act nobody decided within a week is over; asking again takes a minute and states the reason anew. */
export const ACT_LIFE_MS = 7 * 24 * 60 * 60 * 1000;

export const SHORTEST_REASON = 10;
export const LONGEST_REASON = 1000;

export interface ActOnPaper {
  readonly state: ActState;
  readonly askedBy: string;
  readonly subjectAccountId: string;
  readonly expiresAt: Instant;
}

export type ActRefusal =
  | { readonly code: "act_already_decided"; readonly state: Exclude<ActState, "waiting"> }
  | { readonly code: "act_expired" }
  | { readonly code: "act_needs_another_person" }
  | { readonly code: "act_from_same_browser" }
  | { readonly code: "act_second_person_too_new"; readonly days: number }
  | { readonly code: "act_not_yours" }
  | { readonly code: "act_already_waiting" };

/** Somebody the asker appointed is a second person only after this long: nobody appoints their own yes. */
export const SECOND_PERSON_SEASONING_DAYS = 3;
const DAY_MS = 24 * 60 * 60 * 1000;

export interface Decider {
  readonly accountId: string;
  /** The asker has signed in in this browser too: perhaps one pair of hands with two accounts. */
  readonly sharesBrowserWithAsker: boolean;
  /** When the asker gave the role the decider decides by; null when somebody else did. */
  readonly appointedByAskerAt: Instant | null;
}

/** Whoever asked, and whomever it concerns, never decides: no role goes around this, and the database refuses too. */
export function judgeDecision(act: ActOnPaper, decider: Decider, now: Instant): Verdict<null, ActRefusal> {
  if (act.state !== "waiting") return refused({ code: "act_already_decided", state: act.state });
  if (now >= act.expiresAt) return refused({ code: "act_expired" });
  if (decider.accountId === act.askedBy || decider.accountId === act.subjectAccountId) {
    return refused({ code: "act_needs_another_person" });
  }
  if (decider.sharesBrowserWithAsker) return refused({ code: "act_from_same_browser" });
  const { appointedByAskerAt } = decider;
  if (appointedByAskerAt !== null && now < appointedByAskerAt + SECOND_PERSON_SEASONING_DAYS * DAY_MS) {
    return refused({ code: "act_second_person_too_new", days: SECOND_PERSON_SEASONING_DAYS });
  }
  return allowed(null);
}

export function judgeWithdrawal(act: ActOnPaper, accountId: string): Verdict<null, ActRefusal> {
  if (act.askedBy !== accountId) return refused({ code: "act_not_yours" });
  if (act.state !== "waiting") return refused({ code: "act_already_decided", state: act.state });
  return allowed(null);
}
