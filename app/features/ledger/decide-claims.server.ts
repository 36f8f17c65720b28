import { can } from "#app/domain/access/can.ts";
import type { Capability } from "#app/domain/access/matrix.ts";
import type { ClaimVerdict, DecideOutcome } from "#app/domain/points/decision.ts";
import { refused } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { book } from "./book.server.ts";
import type { Decider } from "./wish.ts";

/** As much of a caller as the verbs of this folder ask for. */
export type LedgerCaller = Pick<
  Caller,
  "platform" | "person" | "session" | "actor" | "communeId" | "today" | "stamp" | "scope"
>;

/** One decision under the name its sender made for it before sending. */
export interface ClaimDecision {
  readonly decisionId: string;
  readonly claimId: string;
  /** The revision the decider looked at: another one is another claim. */
  readonly revision: number;
  readonly verdict: ClaimVerdict;
  readonly reasonCode: string | null;
  readonly reason: string | null;
}

export interface DecidedClaim {
  readonly claimId: string;
  readonly outcome: DecideOutcome;
}

/**
 * Verifies claims, sends them back or rejects them. One or a whole evening's queue: each is judged alone, in the order
 * given, and one that is refused holds no other up. Sent twice it answers twice and counts once.
 */
export async function decideClaims(
  caller: LedgerCaller,
  decisions: readonly ClaimDecision[],
): Promise<readonly DecidedClaim[]> {
  const { communeId } = caller;
  const by = deciderOf(caller, "activity.verify", "ledger.decide-claims");
  if (communeId === null || by === null) {
    return decisions.map(({ claimId }) => ({ claimId, outcome: refused({ code: "not_permitted" }) }));
  }
  const wishes = decisions.map((decision) => ({ ...decision, amended: null }));
  const outcomes = wishes.length === 0 ? [] : await book(caller.platform, communeId, { by, wishes });
  return decisions.map(({ claimId }, index) => ({
    claimId,
    outcome: outcomes[index] ?? refused({ code: "not_permitted" }),
  }));
}

/** Who decides, by a right of this commune held today; null for whoever holds none. */
export function deciderOf(caller: LedgerCaller, capability: Capability, verb: string): Decider | null {
  const { actor, today, person, session } = caller;
  const verdict = can(actor, capability, null, today);
  if (!verdict.ok) return null;
  return {
    accountId: person.accountId,
    deviceId: session.deviceId,
    isOfficeAwake: verdict.value.grants.some(({ role }) => role === "office"),
    stamp: caller.stamp(verb),
  };
}
