import { codeWindow, windowsTaken } from "#app/domain/campaigns/mobile-point.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";

const LETTERS = 8;

/** What the host's screen shows now: signed for this point and this minute. */
export function presenceCode(keys: KeyRing, communeId: number, pointId: string, now: number): string {
  return codeOf(keys, communeId, pointId, codeWindow(now));
}

export function isPresenceCode(
  keys: KeyRing,
  { communeId, pointId, now }: { readonly communeId: number; readonly pointId: string; readonly now: number },
  typed: string,
): boolean {
  const code = typed
    .toUpperCase()
    .replaceAll("O", "0")
    .replace(/[^0-9A-F]/g, "");
  return windowsTaken(now).some((window) => codeOf(keys, communeId, pointId, window) === code);
}

function codeOf(keys: KeyRing, communeId: number, pointId: string, window: number): string {
  return keys
    .fingerprint(`commune:${communeId}:mobile-point`, `${pointId}/${window}`)
    .slice(0, LETTERS)
    .toUpperCase();
}
