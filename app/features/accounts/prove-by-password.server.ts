import type { ProofRefusal } from "#app/domain/accounts/refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";
import { checkOwnPassword } from "./check-own-password.server.ts";
import { raiseSession } from "./raise-session.server.ts";

/** A fresh proof for accounts without a second factor. Where there is one, the password alone proves nothing new. */
export async function proveByPassword(
  caller: Caller,
  password: string,
): Promise<Verdict<{ cookie: string }, ProofRefusal>> {
  const checked = await checkOwnPassword(caller, password);
  if (!checked.ok) return checked;
  if (caller.actor.hasSecondFactor) return refused({ code: "password_wrong" });
  return caller.platform.db.withGlobals(caller.stamp("accounts.prove-by-password"), async (tx) => {
    const raised = await raiseSession(caller.platform, tx, caller, {
      assurance: "password",
      isFreshProof: true,
    });
    return raised ? allowed(raised) : refused({ code: "session_ended" });
  });
}
