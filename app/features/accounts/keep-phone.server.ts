import type { Phone } from "#app/domain/people/phone.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";

const PURPOSE = "account-phone";

/** A phone number as the account keeps it: sealed for showing, fingerprinted for finding. */
export function keepPhone(
  keys: KeyRing,
  phone: Phone,
): { phoneCipher: Uint8Array<ArrayBuffer>; phoneFingerprint: string } {
  return { phoneCipher: keys.seal(PURPOSE, phone), phoneFingerprint: fingerprintPhone(keys, phone) };
}

export function fingerprintPhone(keys: KeyRing, phone: Phone): string {
  return keys.fingerprint(PURPOSE, phone);
}

export function openPhone(keys: KeyRing, cipher: Uint8Array): Phone {
  return keys.open(PURPOSE, cipher) as Phone;
}
