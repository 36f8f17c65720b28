import { makeRecoveryCode } from "#app/domain/accounts/recovery-code.ts";
import { formatTvAddress, parseTvAddress } from "#app/domain/publication/tv-code.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";

/** The commune's number and sixty bits, in letters that are not mistaken: as the addresses of screens are. */
export const formatHelpAddress = formatTvAddress;
export const parseHelpAddress = parseTvAddress;

/** Of the request's own id, under the commune's key: whoever sends the same form again is led to the same page. */
export function codeOfRequest(keys: Pick<KeyRing, "fingerprint">, communeId: number, id: string): string {
  return makeRecoveryCode(Buffer.from(keys.fingerprint(`commune:${communeId}:help-code`, id), "hex"));
}

/** What the database recognises a code by. */
export function fingerprintHelpCode(
  keys: Pick<KeyRing, "fingerprint">,
  communeId: number,
  code: string,
): string {
  return keys.fingerprint(`commune:${communeId}:help-lookup`, code);
}

export const helpPurpose = (communeId: number) => `commune:${communeId}:help`;
