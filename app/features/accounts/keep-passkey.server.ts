import { type RegistrationResponseJSON, verifyRegistrationResponse } from "@simplewebauthn/server";
import { nameBrowser } from "#app/domain/accounts/browser-name.ts";
import type { ProofRefusal } from "#app/domain/accounts/refusals.ts";
import { makeId } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "./allow.server.ts";
import { closeLines, endSessions } from "./end-sessions.server.ts";
import { takeChallenge } from "./keep-challenge.server.ts";
import { passkeyParty } from "./passkey-party.server.ts";
import { raiseSession } from "./raise-session.server.ts";

/** Keeps a new passkey as a second factor, and signs out everywhere else: what was open there lacked it. */
export async function keepPasskey(
  caller: Caller,
  request: Request,
  response: RegistrationResponseJSON,
): Promise<Verdict<{ cookie: string }, ProofRefusal>> {
  const { platform, person, session, now } = caller;
  const challenge = await takeChallenge(platform.db.prisma, `session:${session.id}`, "register", now);
  if (challenge === null) return refused({ code: "passkey_refused" });
  const party = passkeyParty(platform.config, request);
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origins,
    expectedRPID: party.rpID,
    requireUserVerification: false,
  }).catch(() => null);
  if (!checked?.verified) return refused({ code: "passkey_refused" });

  const { credential } = checked.registrationInfo;
  const kept = await platform.db.withGlobals(caller.stamp("accounts.keep-passkey"), async (tx) => {
    const taken = await tx.passkey.findUnique({
      where: { credentialId: credential.id },
      select: { id: true },
    });
    if (taken) return null;
    await tx.passkey.create({
      data: {
        id: makeId(now.getTime(), platform.random.bytes(10)),
        accountId: person.accountId,
        credentialId: credential.id,
        publicKey: new Uint8Array(credential.publicKey),
        counter: credential.counter,
        transports: credential.transports ?? [],
        label: nameBrowser(request.headers.get("User-Agent") ?? ""),
        createdAt: now,
      },
    });
    const raised = await raiseSession(platform, tx, caller, {
      assurance: "second_factor",
      isFreshProof: true,
    });
    if (!raised) throw new Error("the session ended while its passkey was being kept");
    return {
      ended: await endSessions(tx, { accountId: person.accountId, except: session.id }, now),
      ...raised,
    };
  });
  if (kept === null) return refused({ code: "passkey_refused" });
  await closeLines(platform, kept.ended);
  return allowed({ cookie: kept.cookie });
}
