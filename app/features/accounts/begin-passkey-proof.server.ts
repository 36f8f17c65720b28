import {
  generateAuthenticationOptions,
  type PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import type { Caller } from "./allow.server.ts";
import { keepChallenge } from "./keep-challenge.server.ts";
import { passkeyParty } from "./passkey-party.server.ts";

/** What the browser needs to ask for one of the account's passkeys. */
export async function beginPasskeyProof(
  caller: Caller,
  request: Request,
): Promise<PublicKeyCredentialRequestOptionsJSON> {
  const { platform, person, session, now } = caller;
  const passkeys = await platform.db.prisma.passkey.findMany({
    where: { accountId: person.accountId, deviceId: null },
    select: { credentialId: true, transports: true },
  });
  const options = await generateAuthenticationOptions({
    rpID: passkeyParty(platform.config, request).rpID,
    allowCredentials: passkeys.map(({ credentialId, transports }) => ({ id: credentialId, transports })),
    challenge: platform.random.bytes(32) as Uint8Array<ArrayBuffer>,
    userVerification: "preferred",
  });
  await keepChallenge(platform.db.prisma, `session:${session.id}`, "second_factor", options.challenge, now);
  return options;
}
