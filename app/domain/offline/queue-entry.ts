import type { ClaimState } from "../activity/claim.ts";
import type { HeldNote } from "./envelope.ts";

/** Where a record on the phone stands. Each has its word and its picture; nothing looks sent that is not. */
export const ENTRY_STATES = [
  "saved",
  "sent",
  "held",
  "mend",
  "conflict",
  "approved",
  "returned",
  "ended",
] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** What the server said of one envelope, as much of it as moves the record. */
export type SentOutcome =
  | { readonly ok: true; readonly value: { readonly state: ClaimState } }
  | { readonly ok: true; readonly held: HeldNote }
  | { readonly ok: false; readonly code: string };

/** What a signature with a fresh key mends by itself; the record stays where it is. */
const SEAL_ANEW: ReadonlySet<string> = new Set([
  "device_key_not_valid",
  "envelope_repeated",
  "envelope_not_signed",
]);

export function needsNewSeal(outcome: SentOutcome): boolean {
  return !outcome.ok && SEAL_ANEW.has(outcome.code);
}

export function stateAfter(outcome: SentOutcome): EntryState {
  if (outcome.ok) return "held" in outcome ? stateOfHeld(outcome.held) : stateOfClaim(outcome.value.state);
  if (SEAL_ANEW.has(outcome.code)) return "saved";
  return outcome.code === "claim_id_reused" ? "conflict" : "mend";
}

export function stateOfClaim(state: ClaimState): EntryState {
  switch (state) {
    case "submitted":
      return "sent";
    case "verified":
      return "approved";
    case "returned":
      return "returned";
    case "withdrawn":
    case "rejected":
    case "reversed":
      return "ended";
  }
}

export function stateOfHeld({ state }: HeldNote): EntryState {
  if (state === "waiting") return "held";
  return state === "accepted" ? "sent" : "ended";
}

/** Still on its way or waiting for a hand: shown first, and kept through a sign-out. */
export function isUnsettled(state: EntryState): boolean {
  return state === "saved" || state === "mend" || state === "conflict";
}

/** What the server has and may still decide: asked after now and then. */
export function isWatched(state: EntryState): boolean {
  return state === "sent" || state === "held" || state === "returned";
}
