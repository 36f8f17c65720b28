import type { Instant } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import type { MonthState } from "./month.ts";

export const APPEAL_OUTCOMES = ["upheld", "dismissed"] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

export const SHORTEST_APPEAL = 3;
export const LONGEST_APPEAL = 1000;
export const SHORTEST_EXCEPTION = 10;
export const LONGEST_EXCEPTION = 500;

/** Why an objection to a month's figures, or an exception to them, is not taken. */
export type MonthRefusal =
  | { readonly code: "appeals_not_open"; readonly opensAt: Instant }
  | { readonly code: "appeals_over"; readonly until: Instant }
  | { readonly code: "appeal_waits_already" }
  | { readonly code: "appeal_sent_otherwise" }
  | { readonly code: "appeal_claim_not_there" }
  | { readonly code: "appeal_answered" }
  | { readonly code: "appeal_own" }
  | { readonly code: "exception_month_runs" }
  | { readonly code: "exception_claim_not_there" }
  | { readonly code: "exception_waits_already" }
  | { readonly code: "exception_sent_otherwise" }
  | { readonly code: "exception_answered" }
  | { readonly code: "exception_own" };

interface Moments {
  readonly state: MonthState;
  readonly graceEndsAt: Instant;
  readonly appealsEndAt: Instant;
}

/** Objections are taken from the moment figures stand to the end of the window, whatever the clock has done yet. */
export function judgeAppealTime(
  month: Moments,
  now: Instant,
): Verdict<null, Extract<MonthRefusal, { code: "appeals_not_open" | "appeals_over" }>> {
  if (month.state === "open" || month.state === "grace") {
    return refused({ code: "appeals_not_open", opensAt: month.graceEndsAt });
  }
  if (month.state === "sealed" || now >= month.appealsEndAt) {
    return refused({ code: "appeals_over", until: month.appealsEndAt });
  }
  return allowed(null);
}

/** The answer is somebody else's: nobody judges their own objection. */
export function judgeAnswer(
  appeal: { readonly madeBy: string; readonly outcome: AppealOutcome | null },
  answeredBy: string,
): Verdict<null, Extract<MonthRefusal, { code: "appeal_answered" | "appeal_own" }>> {
  if (appeal.madeBy === answeredBy) return refused({ code: "appeal_own" });
  if (appeal.outcome !== null) return refused({ code: "appeal_answered" });
  return allowed(null);
}

/** While a month takes lines its mistakes are corrected the everyday way; an exception is for figures that stand. */
export function judgeExceptionTime(
  state: MonthState,
): Verdict<null, Extract<MonthRefusal, { code: "exception_month_runs" }>> {
  return state === "open" || state === "grace" ? refused({ code: "exception_month_runs" }) : allowed(null);
}

export function judgeExceptionDecision(
  exception: { readonly askedBy: string; readonly verdict: string | null },
  decidedBy: string,
): Verdict<null, Extract<MonthRefusal, { code: "exception_answered" | "exception_own" }>> {
  if (exception.verdict !== null) return refused({ code: "exception_answered" });
  if (exception.askedBy === decidedBy) return refused({ code: "exception_own" });
  return allowed(null);
}
