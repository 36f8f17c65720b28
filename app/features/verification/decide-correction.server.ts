import type { DecideOutcome, DecideRefusal } from "#app/domain/points/decision.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import {
  type CorrectionChange,
  type CorrectionField,
  type CorrectionRefusal,
  effectOf,
} from "#app/domain/verification/correction.ts";
import { mayCorrect } from "#app/domain/verification/may-verify.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { type ClaimFacts, findClaimFacts } from "#app/features/checkers/find-claim-facts.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { amendClaim } from "#app/features/ledger/amend-claim.server.ts";
import { reverseClaim } from "#app/features/ledger/reverse-claim.server.ts";
import { findCheckerAtWork } from "./read-queue.server.ts";

export interface CorrectionDecision {
  readonly requestId: string;
  readonly verdict: "accepted" | "declined";
  readonly answer: string | null;
  /** The right value, where the field has one. */
  readonly change: CorrectionChange;
}

type Refusal = CorrectionRefusal | DecideRefusal;

interface Request {
  readonly id: string;
  readonly field: CorrectionField;
  readonly reason: string;
  readonly claim: ClaimFacts;
  readonly visits: number;
  readonly activityKey: string;
}

/**
 * Another person answers: never the asker, never somebody with a part in the claim. Accepting books first, under
 * the request's own id, and is written down then; whatever dies in between is finished by answering again.
 */
export async function decideCorrection(
  caller: Caller,
  decision: CorrectionDecision,
): Promise<Verdict<null, Refusal>> {
  const { requestId, verdict, answer, change } = decision;
  const found = await findRequest(caller, requestId, verdict);
  if (!found.ok) return found;
  const request = found.value;
  if (request === "answered") return allowed(null);
  if (verdict === "declined") {
    if (answer === null) return refused({ code: "correction_needs_answer" });
    return writeAnswer(caller, decision);
  }
  const booked = await carryOut(caller, request, change);
  if (!booked.ok) return booked;
  return writeAnswer(caller, decision);
}

function findRequest(
  caller: Caller,
  requestId: string,
  verdict: CorrectionDecision["verdict"],
): Promise<Verdict<Request | "answered", Refusal>> {
  const scope = caller.scope("verification.decide-correction");
  const communeId = onlyCommune(scope);
  const { accountId } = caller.person;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const row = await tx.correctionRequest.findUnique({
      where: { communeId_id: { communeId, id: requestId } },
    });
    const [claim] = row ? await findClaimFacts(tx, communeId, [row.claimId]) : [];
    if (!row || !claim) return refused({ code: "not_permitted" });
    const checker = await findCheckerAtWork(tx, caller, communeId);
    const right = mayCorrect(checker.factsOf(claim));
    if (!right.ok && right.code === "verify_not_yours") return refused({ code: "not_permitted" });
    if (row.askedBy === accountId) return refused({ code: "correction_own_request" });
    if (!right.ok) return right;
    if (row.verdict !== null) {
      const isAgain = row.verdict === verdict && row.decidedBy === accountId;
      return isAgain ? allowed("answered" as const) : refused({ code: "correction_answered" });
    }
    const standing = await tx.claim.findUniqueOrThrow({
      where: { communeId_id: { communeId, id: claim.id } },
      select: { visits: true, activityKey: true },
    });
    const { id, reason } = row;
    return allowed({ id, reason, claim, field: row.field as CorrectionField, ...standing });
  });
}

function carryOut(
  caller: Caller,
  request: Request,
  change: CorrectionChange,
): Promise<DecideOutcome | Verdict<never, Refusal>> {
  const { id, claim, field, reason } = request;
  const wish = {
    decisionId: id,
    claimId: claim.id,
    revision: claim.revision,
    reasonCode: "correction",
    reason,
  };
  if (effectOf(field, change.teamId !== undefined) === "reverse") return reverseClaim(caller, wish);
  const amendment = amendmentOf(request, change);
  if (amendment === null) return Promise.resolve(refused({ code: "correction_changes_nothing" }));
  return amendClaim(caller, { ...wish, ...amendment });
}

/** Null where the value is missing or what stands already. */
function amendmentOf({ field, claim, visits, activityKey }: Request, wanted: CorrectionChange) {
  switch (field) {
    case "work_date":
      return wanted.workDate === undefined || wanted.workDate === claim.workDate
        ? null
        : { change: { workDate: wanted.workDate } };
    case "activity":
      return wanted.activityKey === undefined || wanted.activityKey === activityKey
        ? null
        : { change: { activityKey: wanted.activityKey } };
    case "visits":
      return wanted.visits === undefined || wanted.visits === visits
        ? null
        : { change: { visits: wanted.visits } };
    case "village":
      return wanted.teamId === undefined || wanted.teamId === claim.teamId
        ? null
        : { change: {}, teamId: wanted.teamId };
    case "person":
    case "participant":
    case "not_done":
      return null;
  }
}

/** What was booked under the request's id is accepted, whatever else was pressed meanwhile. */
function writeAnswer(
  caller: Caller,
  { requestId, verdict, answer }: CorrectionDecision,
): Promise<Verdict<null, Refusal>> {
  const scope = caller.scope("verification.decide-correction");
  const communeId = onlyCommune(scope);
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const written = await tx.$executeRaw`
      update correction_request q
         set verdict = ${verdict}, answer = ${answer}, decided_by = ${caller.person.accountId}::uuid,
             decided_at = ${caller.now}
       where q.commune_id = ${communeId} and q.id = ${requestId}::uuid and q.verdict is null
         and (${verdict} = 'accepted' or not exists (
           select from claim_decision d where d.commune_id = q.commune_id and d.id = q.id))`;
    if (written === 0) return refused({ code: "correction_answered" });
    await caller.platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}
