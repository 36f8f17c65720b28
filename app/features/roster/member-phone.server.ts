import { maskPhone, type Phone } from "#app/domain/people/phone.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";

/** A phone as the roster keeps it, under keys of the commune's own: the same number in two communes looks unlike. */
export function keepMemberPhone(
  keys: KeyRing,
  communeId: number,
  phone: Phone,
): { phoneCipher: Uint8Array<ArrayBuffer>; phoneFingerprint: string } {
  return {
    phoneCipher: keys.seal(purposeOf(communeId), phone),
    phoneFingerprint: fingerprintMemberPhone(keys, communeId, phone),
  };
}

export function fingerprintMemberPhone(keys: KeyRing, communeId: number, phone: Phone): string {
  return keys.fingerprint(`${purposeOf(communeId)}:phone`, phone);
}

export function openMemberPhone(keys: KeyRing, communeId: number, cipher: Uint8Array): Phone {
  return keys.open(purposeOf(communeId), cipher) as Phone;
}

export function maskMemberPhone(keys: KeyRing, communeId: number, cipher: Uint8Array | null): string | null {
  return cipher && maskPhone(openMemberPhone(keys, communeId, cipher));
}

function purposeOf(communeId: number): string {
  return `commune:${communeId}:person`;
}
