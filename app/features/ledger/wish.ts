import type { ClaimVerdict, Correction } from "#app/domain/points/decision.ts";
import type { ClaimRows } from "#app/features/activity-log/make-claim-rows.server.ts";
import type { Stamp } from "#app/platform/db/database.ts";

/** Whoever decides, as the session knew them at the door. */
export interface Decider {
  readonly accountId: string;
  readonly deviceId: string;
  /** The office's right sleeps in a session without a second factor. */
  readonly isOfficeAwake: boolean;
  readonly stamp: Stamp;
}

/** What an amended claim becomes, judged already, with what scoring and the rule of four eyes ask of it. */
export interface Amendment {
  readonly rows: ClaimRows;
  /** By household, the record it began as. */
  readonly roots: Readonly<Record<string, string>>;
  readonly people: readonly {
    readonly memberId: string;
    readonly accountId: string | null;
    readonly householdId: string | null;
  }[];
}

/** One decision as it was sent, under the name its sender gave it. */
export interface Wish {
  readonly decisionId: string;
  readonly claimId: string;
  /** The revision the decider saw. */
  readonly revision: number;
  readonly verdict: ClaimVerdict | Correction;
  readonly reasonCode: string | null;
  readonly reason: string | null;
  readonly amended: Amendment | null;
}

/** What one caller sends at once; it shares its transaction with whoever waits at the same time. */
export interface Request {
  readonly by: Decider;
  readonly wishes: readonly Wish[];
}
