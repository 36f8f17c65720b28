import { generateURI } from "otplib";
import type { ProofRefusal } from "#app/domain/accounts/refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";
import { checkTotp } from "./check-totp.server.ts";
import { closeLines, endSessions } from "./end-sessions.server.ts";
import { offerTotpSecret, sealTotpSecret } from "./open-totp-secret.server.ts";
import { raiseSession } from "./raise-session.server.ts";
import { spendProof } from "./spend-proof.server.ts";

const ISSUER = "Thi đua số";

export interface CodeAppOffer {
  /** In groups of four, for typing by hand. */
  readonly secret: string;
  /** What the picture says to the code app. */
  readonly uri: string;
}

export async function offerCodeApp(caller: Caller): Promise<CodeAppOffer> {
  const secret = offerTotpSecret(caller.platform.keys, caller.session.id, await readConfirmedAt(caller));
  return {
    secret: secret.replace(/(.{4})(?=.)/g, "$1 "),
    uri: generateURI({ strategy: "totp", issuer: ISSUER, label: caller.person.username, secret }),
  };
}

/** Takes the code app into service once a code proves that it holds the secret; other sessions end. */
export async function setUpCodeApp(
  caller: Caller,
  code: string,
): Promise<Verdict<{ cookie: string }, ProofRefusal>> {
  const { platform, person, session, now } = caller;
  const budget = await spendProof(caller);
  if (!budget.ok) return budget;
  const confirmedAt = await readConfirmedAt(caller);
  const secret = offerTotpSecret(platform.keys, session.id, confirmedAt);
  const step = checkTotp(secret, code, now);
  if (step === null) return refused({ code: "code_wrong" });
  const kept = await platform.db.withGlobals(caller.stamp("accounts.set-up-code-app"), async (tx) => {
    const { count } = await tx.account.updateMany({
      where: { id: person.accountId, totpConfirmedAt: confirmedAt },
      data: {
        totpSecretSealed: sealTotpSecret(platform.keys, secret),
        totpConfirmedAt: now,
        totpLastStep: step,
      },
    });
    if (count === 0) return null;
    const ended = await endSessions(tx, { accountId: person.accountId, except: session.id }, now);
    const raised = await raiseSession(platform, tx, caller, {
      assurance: "second_factor",
      isFreshProof: true,
    });
    return raised && { ...raised, ended };
  });
  if (kept === null) return refused({ code: "session_ended" });
  await closeLines(platform, kept.ended);
  return allowed({ cookie: kept.cookie });
}

async function readConfirmedAt({ platform, person }: Caller): Promise<Date | null> {
  const { totpConfirmedAt } = await platform.db.prisma.account.findUniqueOrThrow({
    where: { id: person.accountId },
    select: { totpConfirmedAt: true },
  });
  return totpConfirmedAt;
}
