import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
  verifyAuthenticationResponse,
} from "@simplewebauthn/server";
import type { UnlockRefusal } from "#app/domain/accounts/enrolment-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { ThrottleRule } from "#app/platform/throttle/throttle.ts";
import type { Guest } from "./allow.server.ts";
import { keepChallenge, takeChallenge } from "./keep-challenge.server.ts";
import { passkeyParty } from "./passkey-party.server.ts";
import { enterUnlocked, findLockedPhone } from "./unlock-enter.server.ts";

/** A signature cannot be guessed; this only keeps a page from asking without end. */
const ATTEMPTS: ThrottleRule = { name: "unlock-passkey", points: 30, perSeconds: 300 };

/** What the phone needs to ask for the finger or the face. */
export async function beginUnlockByPasskey(
  guest: Guest,
  request: Request,
  deviceId: string,
): Promise<Verdict<PublicKeyCredentialRequestOptionsJSON, UnlockRefusal>> {
  const { platform, now } = guest;
  const phone = await findLockedPhone(guest, request, deviceId);
  const passkey =
    phone &&
    (await platform.db.prisma.passkey.findFirst({
      where: { deviceId: phone.deviceId },
      select: { credentialId: true, transports: true },
    }));
  if (!phone || !passkey) return refused({ code: "unlock_ended" });
  const budget = await platform.throttle.spend(ATTEMPTS, phone.deviceId);
  if (!budget.ok) return refused({ code: "try_later", seconds: Math.ceil(budget.retryAfterMs / 1000) });
  const options = await generateAuthenticationOptions({
    rpID: passkeyParty(platform.config, request).rpID,
    allowCredentials: [
      { id: passkey.credentialId, transports: passkey.transports as AuthenticatorTransport[] },
    ],
    challenge: platform.random.bytes(32) as Uint8Array<ArrayBuffer>,
    userVerification: "required",
  });
  await keepChallenge(platform.db.prisma, `device:${phone.deviceId}`, "unlock", options.challenge, now);
  return allowed(options);
}

export async function unlockByPasskey(
  guest: Guest,
  request: Request,
  deviceId: string,
  response: AuthenticationResponseJSON,
): Promise<Verdict<{ cookies: readonly string[] }, UnlockRefusal>> {
  const { platform, now } = guest;
  const phone = await findLockedPhone(guest, request, deviceId);
  if (phone === null) return refused({ code: "unlock_ended" });
  const challenge = await takeChallenge(platform.db.prisma, `device:${phone.deviceId}`, "unlock", now);
  const passkey = await platform.db.prisma.passkey.findFirst({
    where: { credentialId: response.id, deviceId: phone.deviceId },
    select: { id: true, credentialId: true, publicKey: true, counter: true },
  });
  if (challenge === null || passkey === null) return refused({ code: "passkey_refused" });
  const party = passkeyParty(platform.config, request);
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origins,
    expectedRPID: party.rpID,
    requireUserVerification: true,
    credential: { id: passkey.credentialId, publicKey: passkey.publicKey, counter: Number(passkey.counter) },
  }).catch(() => null);
  if (!checked?.verified) return refused({ code: "passkey_refused" });

  const entered = await enterUnlocked(guest, request, phone, "accounts.unlock-by-passkey", async (tx) => {
    const { count } = await tx.passkey.updateMany({
      where: { id: passkey.id, counter: passkey.counter },
      data: { counter: checked.authenticationInfo.newCounter, lastUsedAt: now },
    });
    return count === 1;
  });
  return entered ? allowed(entered) : refused({ code: "passkey_refused" });
}
