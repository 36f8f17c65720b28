import type { ClaimContent } from "#app/domain/activity/claim.ts";
import type { ClaimRefusal } from "#app/domain/activity/claim-refusals.ts";
import { judgeClaim } from "#app/domain/activity/judge-claim.ts";
import { tidyClaim } from "#app/domain/activity/tidy-claim.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import type { ClaimDraft } from "./draft.ts";
import { findClaimFacts } from "./find-claim-facts.server.ts";
import type { LockedClaim } from "./lock-claim.server.ts";
import type { LogAct } from "./log-act.ts";
import { makeRowMaker } from "./make-claim-rows.server.ts";
import { clearSignals, raiseSignals } from "./raise-signals.server.ts";
import { rewriteClaimRow } from "./write-claim-rows.server.ts";

/** A new revision of a record that the caller has locked and may change. Judged like a new one. */
export async function reviseClaim(
  tx: Tx,
  keys: KeyRing,
  act: LogAct,
  claim: LockedClaim,
  raw: ClaimContent,
): Promise<Verdict<{ revision: number }, Extract<ClaimRefusal, { code: "claim_has_problems" }>>> {
  const { content, problems } = tidyClaim(raw);
  const draft: ClaimDraft = {
    id: claim.id,
    memberId: claim.memberId,
    sentBy: act.accountId,
    content,
    isFromPaper: claim.isFromPaper,
    // A day that was open when the record was sent stays good for it.
    mayReachBack: content.workDate === claim.workDate,
    signedSheet: claim.signedSheet,
  };
  const facts = await findClaimFacts(tx, act, [draft]);
  const verdict = judgeClaim(content, facts.factsOf(draft));
  if (problems.length > 0 || !verdict.ok) {
    const all = [...problems, ...(verdict.ok ? [] : verdict.problems)];
    return refused({ code: "claim_has_problems", problems: all });
  }
  const row = makeRowMaker(keys, act, facts)(draft, verdict.value.marks);
  const revision = claim.revision + 1;
  await rewriteClaimRow(tx, act, row, revision);
  await clearSignals(tx, act, claim.id);
  await raiseSignals(tx, act, [row], new Map());
  return allowed({ revision });
}
