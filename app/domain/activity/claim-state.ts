import { allowed, refused, type Verdict } from "../verdict.ts";
import type { ClaimState } from "./claim.ts";

export const CLAIM_ACTS = [
  "edit",
  "withdraw",
  "resubmit",
  "join",
  "return",
  "approve",
  "reject",
  "amend",
  "reverse",
] as const;
export type ClaimAct = (typeof CLAIM_ACTS)[number];

export type ClaimStateRefusal = { readonly code: "claim_not_open"; readonly state: ClaimState };

/**
 * What may become of a claim. Its owner moves it while nobody has decided; a decision moves it on, and what was
 * verified is only ever corrected by another decision.
 */
const MOVES: Readonly<Record<ClaimState, Readonly<Partial<Record<ClaimAct, ClaimState>>>>> = {
  submitted: {
    edit: "submitted",
    join: "submitted",
    withdraw: "withdrawn",
    return: "returned",
    approve: "verified",
    reject: "rejected",
  },
  returned: { resubmit: "submitted", withdraw: "withdrawn" },
  verified: { amend: "verified", reverse: "reversed" },
  withdrawn: {},
  rejected: {},
  reversed: {},
};

export function moveClaim(state: ClaimState, act: ClaimAct): Verdict<ClaimState, ClaimStateRefusal> {
  const next = MOVES[state][act];
  return next === undefined ? refused({ code: "claim_not_open", state }) : allowed(next);
}
