import { createHash } from "node:crypto";
import type { RandomSource } from "#app/platform/clock/clock.ts";

const TOKEN_BYTES = 32;
const TOKEN_PATTERN = /^[A-Za-z0-9_-]{43}$/;

/** 256 random bits, as 43 letters that fit cookies and addresses. */
export function makeReferenceToken(random: RandomSource): string {
  return Buffer.from(random.bytes(TOKEN_BYTES)).toString("base64url");
}

/** What the database keeps instead of the token; null for text that never was one. */
export function hashReferenceToken(token: string | null | undefined): Uint8Array<ArrayBuffer> | null {
  if (!token || !TOKEN_PATTERN.test(token)) return null;
  return new Uint8Array(createHash("sha256").update(token).digest());
}
