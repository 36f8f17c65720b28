import {
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
} from "@simplewebauthn/server";
import type { Caller } from "./allow.server.ts";
import { keepChallenge } from "./keep-challenge.server.ts";
import { passkeyParty } from "./passkey-party.server.ts";

const HOUSE_NAME = "Thi đua số";

/** What the browser needs to make a passkey for the account. */
export async function beginPasskey(
  caller: Caller,
  request: Request,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  const { platform, person, session, now } = caller;
  const existing = await platform.db.prisma.passkey.findMany({
    where: { accountId: person.accountId, deviceId: null },
    select: { credentialId: true, transports: true },
  });
  const options = await generateRegistrationOptions({
    rpName: HOUSE_NAME,
    rpID: passkeyParty(platform.config, request).rpID,
    userName: person.username,
    userDisplayName: person.displayName,
    userID: new TextEncoder().encode(person.accountId),
    challenge: platform.random.bytes(32) as Uint8Array<ArrayBuffer>,
    attestationType: "none",
    excludeCredentials: existing.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    authenticatorSelection: { residentKey: "preferred", userVerification: "preferred" },
  });
  await keepChallenge(platform.db.prisma, `session:${session.id}`, "register", options.challenge, now);
  return options;
}
