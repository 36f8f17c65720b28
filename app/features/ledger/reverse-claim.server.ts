import type { DecideOutcome } from "#app/domain/points/decision.ts";
import { refused } from "#app/domain/verdict.ts";
import { book } from "./book.server.ts";
import { deciderOf, type LedgerCaller } from "./decide-claims.server.ts";

export interface ClaimReversal {
  readonly decisionId: string;
  readonly claimId: string;
  readonly revision: number;
  readonly reasonCode: string | null;
  readonly reason: string | null;
}

/** What counted and should not have is taken back whole, in the month that takes lines now, by somebody without a part in it. */
export async function reverseClaim(caller: LedgerCaller, reversal: ClaimReversal): Promise<DecideOutcome> {
  const by = deciderOf(caller, "activity.correct", "ledger.reverse-claim");
  if (caller.communeId === null || by === null) return refused({ code: "not_permitted" });
  const wish = { ...reversal, verdict: "reverse", amended: null } as const;
  const [outcome] = await book(caller.platform, caller.communeId, { by, wishes: [wish] });
  return outcome ?? refused({ code: "not_permitted" });
}
