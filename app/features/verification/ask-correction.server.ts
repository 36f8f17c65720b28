import type { Id } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type {
  CorrectionChange,
  CorrectionField,
  CorrectionRefusal,
} from "#app/domain/verification/correction.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { checkersOf, findCheckers } from "#app/features/checkers/find-checkers.server.ts";
import { type ClaimFacts, findClaimFacts } from "#app/features/checkers/find-claim-facts.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface CorrectionWish {
  /** Made by the asker before sending: asking twice asks once. */
  readonly id: Id;
  readonly claimId: Id;
  readonly field: CorrectionField;
  /** The right value where the asker knows it; the decider may enter it too. */
  readonly proposed: CorrectionChange;
  readonly reason: string;
}

type Refusal =
  | Extract<
      CorrectionRefusal,
      { code: "correction_not_counted" | "correction_waits_already" | "correction_sent_otherwise" }
    >
  | { readonly code: "not_permitted" };

/**
 * Says that something that counted is wrong. Whoever took part may, and whoever checks there; one request for each
 * point of a claim waits at a time.
 */
export async function askCorrection(caller: Caller, wish: CorrectionWish): Promise<Verdict<null, Refusal>> {
  const scope = caller.scope("verification.ask-correction");
  const communeId = onlyCommune(scope);
  const { id, claimId, field, reason } = wish;
  const askedBy = caller.person.accountId;
  return caller.platform.db.withCommunes(scope, async (tx) => {
    const [claim] = await findClaimFacts(tx, communeId, [claimId]);
    if (!claim || !(await concerns(tx, caller, communeId, claim))) return refused({ code: "not_permitted" });
    const sent = await tx.correctionRequest.findUnique({ where: { communeId_id: { communeId, id } } });
    if (sent) {
      const isSame =
        sent.claimId === claimId &&
        sent.field === field &&
        sent.reason === reason &&
        sent.askedBy === askedBy;
      return isSame ? allowed(null) : refused({ code: "correction_sent_otherwise" });
    }
    if (claim.state !== "verified") return refused({ code: "correction_not_counted" });
    const made = await tx.correctionRequest.createMany({
      data: {
        communeId,
        id,
        claimId,
        revision: claim.revision,
        field,
        proposed: { ...wish.proposed },
        reason,
        askedBy,
        askedAt: caller.now,
      },
      skipDuplicates: true,
    });
    if (made.count === 0) return refused({ code: "correction_waits_already" });
    await caller.platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}

async function concerns(tx: Tx, caller: Caller, communeId: number, claim: ClaimFacts): Promise<boolean> {
  const { accountId } = caller.person;
  if (claim.enteredBy === accountId || claim.participants.some((each) => each.accountId === accountId))
    return true;
  const checkers = checkersOf(await findCheckers(tx, communeId, caller.today), claim);
  return checkers.some((each) => each.accountId === accountId);
}
