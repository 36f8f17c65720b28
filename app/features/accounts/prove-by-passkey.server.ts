import { type AuthenticationResponseJSON, verifyAuthenticationResponse } from "@simplewebauthn/server";
import type { ProofRefusal } from "#app/domain/accounts/refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";
import { takeChallenge } from "./keep-challenge.server.ts";
import { passkeyParty } from "./passkey-party.server.ts";
import { raiseSession } from "./raise-session.server.ts";
import { spendProof } from "./spend-proof.server.ts";

/** The second factor by passkey. The counter must move on where the authenticator keeps one. */
export async function proveByPasskey(
  caller: Caller,
  request: Request,
  response: AuthenticationResponseJSON,
): Promise<Verdict<{ cookie: string }, ProofRefusal>> {
  const { platform, person, session, now } = caller;
  const budget = await spendProof(caller);
  if (!budget.ok) return budget;
  const challenge = await takeChallenge(platform.db.prisma, `session:${session.id}`, "second_factor", now);
  const passkey = await platform.db.prisma.passkey.findFirst({
    where: { credentialId: response.id, accountId: person.accountId, deviceId: null },
    select: { id: true, credentialId: true, publicKey: true, counter: true },
  });
  if (challenge === null || passkey === null) return refused({ code: "passkey_refused" });
  const party = passkeyParty(platform.config, request);
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origins,
    expectedRPID: party.rpID,
    requireUserVerification: false,
    credential: {
      id: passkey.credentialId,
      publicKey: passkey.publicKey,
      counter: Number(passkey.counter),
    },
  }).catch(() => null);
  if (!checked?.verified) return refused({ code: "passkey_refused" });

  return platform.db.withGlobals(caller.stamp("accounts.prove-by-passkey"), async (tx) => {
    const { count } = await tx.passkey.updateMany({
      where: { id: passkey.id, counter: passkey.counter },
      data: { counter: checked.authenticationInfo.newCounter, lastUsedAt: now },
    });
    if (count === 0) return refused({ code: "passkey_refused" });
    const raised = await raiseSession(platform, tx, caller, {
      assurance: "second_factor",
      isFreshProof: true,
    });
    return raised ? allowed(raised) : refused({ code: "session_ended" });
  });
}
