import { createHash } from "node:crypto";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";

const purposeOf = (communeId: number) => `commune:${communeId}:second-looks`;

export function sealSecret(keys: KeyRing, communeId: number, secret: Uint8Array): Uint8Array<ArrayBuffer> {
  return keys.seal(purposeOf(communeId), Buffer.from(secret).toString("hex"));
}

/** The secret that was promised; null when the key that sealed it is lost. */
export function openSecret(
  keys: KeyRing,
  communeId: number,
  { sealedSecret, commitment }: { readonly sealedSecret: Uint8Array; readonly commitment: Uint8Array },
): Uint8Array<ArrayBuffer> | null {
  try {
    const secret = new Uint8Array(Buffer.from(keys.open(purposeOf(communeId), sealedSecret), "hex"));
    return commit(secret).every((byte, index) => byte === commitment[index]) ? secret : null;
  } catch {
    return null;
  }
}

/** What is published of a secret before it is told. */
export function commit(secret: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(createHash("sha256").update(secret).digest());
}
