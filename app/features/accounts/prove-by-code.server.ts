import type { ProofRefusal } from "#app/domain/accounts/refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";
import { checkTotp } from "./check-totp.server.ts";
import { openTotpSecret } from "./open-totp-secret.server.ts";
import { raiseSession } from "./raise-session.server.ts";
import { spendProof } from "./spend-proof.server.ts";

/** The second factor by a code app. A code is good once: its step is written down in the same transaction. */
export async function proveByCode(
  caller: Caller,
  code: string,
): Promise<Verdict<{ cookie: string }, ProofRefusal>> {
  const { platform, person, now } = caller;
  const budget = await spendProof(caller);
  if (!budget.ok) return budget;
  return platform.db.withGlobals(caller.stamp("accounts.prove-by-code"), async (tx) => {
    const account = await tx.account.findUniqueOrThrow({
      where: { id: person.accountId },
      select: { totpSecretSealed: true, totpConfirmedAt: true },
    });
    if (account.totpSecretSealed === null || account.totpConfirmedAt === null) {
      return refused({ code: "code_wrong" });
    }
    const step = checkTotp(openTotpSecret(platform.keys, account.totpSecretSealed), code, now);
    if (step === null) return refused({ code: "code_wrong" });
    const { count } = await tx.account.updateMany({
      where: { id: person.accountId, totpLastStep: { lt: step } },
      data: { totpLastStep: step },
    });
    if (count === 0) return refused({ code: "code_wrong" });
    const raised = await raiseSession(platform, tx, caller, {
      assurance: "second_factor",
      isFreshProof: true,
    });
    return raised ? allowed(raised) : refused({ code: "session_ended" });
  });
}
