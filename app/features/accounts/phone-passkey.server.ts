import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type RegistrationResponseJSON,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { nameBrowser } from "#app/domain/accounts/browser-name.ts";
import { refused, type Verdict } from "#app/domain/verdict.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type ChallengeHolder, keepChallenge, takeChallenge } from "./keep-challenge.server.ts";
import { passkeyParty } from "./passkey-party.server.ts";
import type { PhoneLock } from "./phone-keep-lock.server.ts";

const HOUSE_NAME = "Thi đua số";

export interface PhoneOwner {
  readonly accountId: string;
  readonly username: string;
  readonly displayName: string;
}

/**
 * What the phone needs to make a key behind its own fingerprint reader or face: this phone, no roaming key, and
 * never without looking at the person.
 */
export async function beginPhonePasskey(
  platform: Platform,
  request: Request,
  holder: ChallengeHolder,
  owner: PhoneOwner,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const options = await generateRegistrationOptions({
    rpName: HOUSE_NAME,
    rpID: passkeyParty(platform.config, request).rpID,
    userName: owner.username,
    userDisplayName: owner.displayName,
    userID: new TextEncoder().encode(owner.accountId),
    challenge: platform.random.bytes(32) as Uint8Array<ArrayBuffer>,
    attestationType: "none",
    authenticatorSelection: {
      authenticatorAttachment: "platform",
      residentKey: "discouraged",
      userVerification: "required",
    },
  });
  await keepChallenge(platform.db.prisma, holder, "enrol_unlock", options.challenge, platform.clock.now());
  return options;
}

/** The key the phone made, checked and ready to be kept. */
export async function checkPhonePasskey(
  platform: Platform,
  request: Request,
  holder: ChallengeHolder,
  response: RegistrationResponseJSON,
): Promise<Verdict<PhoneLock, { code: "passkey_refused" }>> {
  const challenge = await takeChallenge(platform.db.prisma, holder, "enrol_unlock", platform.clock.now());
  if (challenge === null) return refused({ code: "passkey_refused" });
  const party = passkeyParty(platform.config, request);
  const checked = await verifyRegistrationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: party.origins,
    expectedRPID: party.rpID,
    requireUserVerification: true,
  }).catch(() => null);
  if (!checked?.verified) return refused({ code: "passkey_refused" });
  const { credential } = checked.registrationInfo;
  const isTaken = await platform.db.prisma.passkey.findUnique({
    where: { credentialId: credential.id },
    select: { id: true },
  });
  if (isTaken) return refused({ code: "passkey_refused" });
  return {
    ok: true,
    value: {
      kind: "passkey",
      credentialId: credential.id,
      publicKey: new Uint8Array(credential.publicKey),
      counter: credential.counter,
      transports: credential.transports ?? [],
      label: nameBrowser(request.headers.get("User-Agent") ?? ""),
    },
  };
}
