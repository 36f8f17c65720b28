import type { KeyRing } from "#app/platform/keys/key-ring.ts";

/** Of one commune: the same sixty bits elsewhere would be another screen. */
export function fingerprintTvCode(keys: KeyRing, communeId: number, code: string): string {
  return keys.fingerprint(`commune:${communeId}:tv-code`, code);
}
