import type { DecideOutcome } from "#app/domain/points/decision.ts";
import type { DecisionResult } from "#app/domain/verification/decision-result.ts";
import type { QueueDecision } from "#app/domain/verification/queue.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { decideClaims } from "#app/features/ledger/decide-claims.server.ts";
import { reverseClaim } from "#app/features/ledger/reverse-claim.server.ts";
import type { Rejection } from "#app/messages/rejections.ts";

export type QueueResult = DecisionResult<Rejection>;

/** Decides what the queue sent and says of each decision what it did, in the order sent. */
export async function decideQueue(
  caller: Caller,
  decisions: readonly QueueDecision[],
): Promise<QueueResult[]> {
  const answers = await decideClaims(caller, decisions);
  return answers.map(({ claimId, outcome }) => resultOf(claimId, outcome));
}

/** The way back from a slip: the approval stays in the books and a correction takes its points away. */
export async function undoApproval(
  caller: Caller,
  {
    undoId,
    claimId,
    revision,
  }: { readonly undoId: string; readonly claimId: string; readonly revision: number },
): Promise<QueueResult> {
  const outcome = await reverseClaim(caller, {
    decisionId: undoId,
    claimId,
    revision,
    reasonCode: "slip",
    reason: null,
  });
  return resultOf(claimId, outcome);
}

function resultOf(claimId: string, outcome: DecideOutcome): QueueResult {
  if (!outcome.ok) {
    const { ok: _, ...refusal } = outcome;
    return { claimId, ok: false, refusal };
  }
  const { points, capped, isAdjustment } = outcome.value;
  const takenOff = capped.reduce((sum, note) => sum + note.points, 0);
  return {
    claimId,
    ok: true,
    points,
    capped: takenOff < 0 ? { counted: points, gross: points - takenOff } : null,
    isAdjustment,
  };
}
