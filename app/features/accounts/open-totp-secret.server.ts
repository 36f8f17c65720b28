import { createHmac } from "node:crypto";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";

const PURPOSE = "account-totp";
const BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const SECRET_BYTES = 20;

export function sealTotpSecret(keys: KeyRing, secret: string): Uint8Array<ArrayBuffer> {
  return keys.seal(PURPOSE, secret);
}

export function openTotpSecret(keys: KeyRing, sealed: Uint8Array): string {
  return keys.open(PURPOSE, sealed);
}

/**
 * The secret a session is shown while it sets up a code app: the same at each look, another in each session and
 * after each set-up, and written nowhere until a code has proved that the app has it.
 */
export function offerTotpSecret(keys: KeyRing, sessionId: string, confirmedAt: Date | null): string {
  const digest = createHmac("sha256", keys.derive("account-totp-offer"))
    .update(`${sessionId}\n${confirmedAt?.toISOString() ?? ""}`)
    .digest();
  return writeBase32(digest.subarray(0, SECRET_BYTES));
}

function writeBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[Number.parseInt(five, 2)]).join("");
}
