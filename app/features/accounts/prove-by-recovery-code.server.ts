import { parseRecoveryCode } from "#app/domain/accounts/recovery-code.ts";
import type { ProofRefusal } from "#app/domain/accounts/refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";
import { fingerprintRecoveryCode } from "./make-recovery-codes.server.ts";
import { raiseSession } from "./raise-session.server.ts";
import { spendProof } from "./spend-proof.server.ts";

/** A printed code stands in for the second factor, once. It never stands in for the password. */
export async function proveByRecoveryCode(
  caller: Caller,
  typed: string,
): Promise<Verdict<{ cookie: string; left: number }, ProofRefusal>> {
  const { platform, person, now } = caller;
  const budget = await spendProof(caller);
  if (!budget.ok) return budget;
  const code = parseRecoveryCode(typed);
  if (code === null || !caller.actor.hasSecondFactor) return refused({ code: "recovery_code_wrong" });
  const codeHash = fingerprintRecoveryCode(platform.keys, person.accountId, code);
  return platform.db.withGlobals(caller.stamp("accounts.prove-by-recovery-code"), async (tx) => {
    const { count } = await tx.recoveryCode.updateMany({
      where: { accountId: person.accountId, codeHash, usedAt: null },
      data: { usedAt: now },
    });
    if (count === 0) return refused({ code: "recovery_code_wrong" });
    const raised = await raiseSession(platform, tx, caller, {
      assurance: "second_factor",
      isFreshProof: true,
    });
    if (!raised) return refused({ code: "session_ended" });
    const left = await tx.recoveryCode.count({ where: { accountId: person.accountId, usedAt: null } });
    return allowed({ ...raised, left });
  });
}
