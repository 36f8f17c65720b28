import { type Envelope, envelopeText, type SignedEnvelope } from "#app/domain/offline/envelope.ts";
import type { Owner, PocketDatabase } from "./pocket-store.ts";

const KIND = { name: "ECDSA", namedCurve: "P-256" } as const;
const SIGNED = { name: "ECDSA", hash: "SHA-256" } as const;

/** A key of this phone. The private half cannot leave the browser; the public half goes to the server. */
export async function makePhoneKey(): Promise<Required<Pick<Owner, "signKey" | "publicKey">>> {
  const pair = await crypto.subtle.generateKey(KIND, false, ["sign", "verify"]);
  const { kty, crv, x, y } = await crypto.subtle.exportKey("jwk", pair.publicKey);
  return { signKey: pair.privateKey, publicKey: { kty, crv, x, y } as JsonWebKey };
}

/** The next number of this key, and the envelope signed with it (T13). */
export async function sealEnvelope(
  database: PocketDatabase,
  accountId: string,
  letter: Omit<Envelope, "keyId" | "seq">,
): Promise<SignedEnvelope> {
  const transaction = database.transaction("owners", "readwrite");
  const owner = await transaction.store.get(accountId);
  if (!owner?.signKey || owner.keyId === null) throw new Error("a record is sealed with a key that is bound");
  const seq = owner.seq + 1;
  await transaction.store.put({ ...owner, seq });
  await transaction.done;
  const envelope: Envelope = { ...letter, keyId: owner.keyId, seq };
  const text = new TextEncoder().encode(envelopeText(envelope));
  const signature = await crypto.subtle.sign(SIGNED, owner.signKey, text);
  return { ...envelope, signature: toBase64Url(new Uint8Array(signature)) };
}

function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/, "");
}
