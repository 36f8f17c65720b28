import type { ChainEnd } from "#app/domain/audit/audit-chain.ts";

const ANCHOR = /^(\d{1,9}):(\d{1,15}):([0-9a-f]{64})$/;

/** "commune:seq:hash", as it is printed on paper; null when it is not one. */
export function readAnchor(text: string): ChainEnd | null {
  const found = ANCHOR.exec(text.trim().toLowerCase());
  return found ? { communeId: Number(found[1]), seq: Number(found[2]), hash: found[3] ?? "" } : null;
}
