import type { ClaimContent } from "#app/domain/activity/claim.ts";

/** A record as it is to be written: whose, what, and whether it comes from paper. */
export interface ClaimDraft {
  readonly id: string;
  readonly memberId: string;
  /** The account it comes from: only its own pictures may stand on it. */
  readonly sentBy: string;
  /** Tidied. */
  readonly content: ClaimContent;
  readonly isFromPaper: boolean;
  /** The office types what a month that has closed had forgotten. */
  readonly mayReachBack: boolean;
  readonly signedSheet: string | null;
}
