import type { LookVerdict } from "#app/domain/audits/agreement.ts";
import { type LookRefusal, mayLook } from "#app/domain/audits/may-look.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { CorrectionField } from "#app/domain/verification/correction.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { askCorrection } from "#app/features/verification/ask-correction.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { findLookedAt } from "./find-looked-at.server.ts";

export interface Look {
  readonly claimId: string;
  readonly verdict: LookVerdict;
  /** What the person who was asked said; needed where it differs. */
  readonly facts: string | null;
  /** What was wrong; another person decides about the correction (rule 1). */
  readonly correction: { readonly id: string; readonly field: CorrectionField } | null;
}

/** Keeps what a second look found. Whoever finds a falsehood asks for its correction and never makes it. */
export async function recordLook(caller: Caller, look: Look): Promise<Verdict<null, LookRefusal>> {
  const scope = caller.scope("second-looks.record");
  const communeId = onlyCommune(scope);
  const { accountId } = caller.person;
  const inScope = <T>(work: (tx: Tx) => Promise<T>) => caller.platform.db.withCommunes(scope, work);
  const before = await inScope((tx) => judge(tx, communeId, accountId, look));
  if (!before.ok || before.value === "known") return before.ok ? allowed(null) : before;
  const correctionId = await askFor(caller, look);
  return inScope(async (tx) => {
    const verdict = await judge(tx, communeId, accountId, look);
    if (!verdict.ok || verdict.value === "known") return verdict.ok ? allowed(null) : verdict;
    await tx.auditItem.updateMany({
      where: { communeId, claimId: look.claimId },
      data: {
        verdict: look.verdict,
        facts: look.facts,
        auditedBy: accountId,
        auditedAt: caller.now,
        correctionId,
      },
    });
    await caller.platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}

/** "known": the same person said the same already. Whom nobody reached may be asked again. */
async function judge(
  tx: Tx,
  communeId: number,
  accountId: string,
  look: Look,
): Promise<Verdict<"new" | "known", LookRefusal>> {
  await tx.$executeRaw`
    select from audit_item where commune_id = ${communeId} and claim_id = ${look.claimId}::uuid for update`;
  const item = await tx.auditItem.findFirst({
    where: { communeId, claimId: look.claimId },
    select: { verdict: true, auditedBy: true },
  });
  const found = item && (await findLookedAt(tx, communeId, look.claimId, accountId));
  if (!item || !found) return refused({ code: "look_not_there" });
  const verdict = item.verdict as LookVerdict | null;
  if (verdict === look.verdict && item.auditedBy === accountId && verdict !== "unreachable") {
    return allowed("known");
  }
  if (verdict === "agrees" || verdict === "differs") return refused({ code: "look_stands", verdict });
  const may = mayLook(found.claim, found.person);
  return may.ok ? allowed("new") : may;
}

/** What no longer counts needs no correction, and what somebody asked for already waits without a second request. */
async function askFor(caller: Caller, { claimId, facts, correction }: Look): Promise<string | null> {
  if (!correction || facts === null) return null;
  const asked = await askCorrection(caller, {
    id: correction.id,
    claimId,
    field: correction.field,
    proposed: {},
    reason: facts,
  });
  return asked.ok ? correction.id : null;
}
