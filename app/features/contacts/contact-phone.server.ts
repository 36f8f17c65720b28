import type { CallNumber } from "#app/domain/contacts/contact.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";

/** Numbers of contact persons, under a key of the commune's own. */
export function sealCallNumber(
  keys: KeyRing,
  communeId: number,
  number: CallNumber,
): Uint8Array<ArrayBuffer> {
  return keys.seal(purposeOf(communeId), number);
}

export function openCallNumber(keys: KeyRing, communeId: number, sealed: Uint8Array): CallNumber {
  return keys.open(purposeOf(communeId), sealed) as CallNumber;
}

function purposeOf(communeId: number): string {
  return `commune:${communeId}:contact`;
}
