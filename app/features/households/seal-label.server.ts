import type { KeyRing } from "#app/platform/keys/key-ring.ts";

/** Labels of households and of their people, under a key of the commune's own. */
export function sealLabel(keys: KeyRing, communeId: number, label: string): Uint8Array<ArrayBuffer> {
  return keys.seal(purposeOf(communeId), label);
}

export function openLabel(keys: KeyRing, communeId: number, sealed: Uint8Array): string {
  return keys.open(purposeOf(communeId), sealed);
}

function purposeOf(communeId: number): string {
  return `commune:${communeId}:household`;
}
