import type { ClaimRefusal } from "../activity/claim-refusals.ts";
import type { Verdict } from "../verdict.ts";
import type { VerifyRefusal } from "../verification/may-verify.ts";
import type { LineKind } from "./line.ts";

/** What a person says of a claim. An approval counts, the others leave it uncounted. */
export type ClaimVerdict = "approve" | "return" | "reject";
/** What is said of something that counted already. */
export type Correction = "reverse" | "amend";

/** Something that moved the claimant's points beside the claim's own worth: a cap, or work that does not earn again. */
export interface CapNote {
  readonly kind: LineKind;
  readonly rule: string;
  readonly points: number;
}

/** What one decision did to the claimant's points, in hundredths. */
export interface DecisionEffect {
  readonly points: number;
  readonly capped: readonly CapNote[];
  /** Where it was booked; null when nothing was. */
  readonly monthId: number | null;
  /** The work belongs to a month that takes no more lines. */
  readonly isAdjustment: boolean;
}

export type DecideRefusal =
  | VerifyRefusal
  | Extract<ClaimRefusal, { code: "claim_not_open" | "claim_changed" | "claim_has_problems" }>
  | LedgerRefusal
  /** Also: there is no such claim. */
  | { readonly code: "not_permitted" };

export type LedgerRefusal =
  /** The same name for another decision. */
  { readonly code: "decision_id_reused" } | { readonly code: "decision_needs_reason" };

export type DecideOutcome = Verdict<DecisionEffect, DecideRefusal>;
