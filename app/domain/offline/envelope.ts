import { writeCanonically } from "../activity/canonical-claim.ts";
import type { ClaimContent } from "../activity/claim.ts";
import type { DoorHousehold } from "../households/door-household.ts";
import type { DayChoice } from "./capture-time.ts";

/** One record as the phone that wrote it seals it (T13). Its key never leaves that phone. */
export interface Envelope {
  readonly claimId: string;
  readonly keyId: string;
  /** Counts what this key has signed. */
  readonly seq: number;
  /** ISO moments by the phone's clock, but for `contact.server`. */
  readonly capturedAt: string;
  readonly contact: { readonly server: string; readonly phone: string };
  readonly day: DayChoice;
  readonly content: ClaimContent;
  /** Households the record is about that were not on the list when it was written. Absent where there are none. */
  readonly households?: readonly DoorHousehold[] | undefined;
}

export interface SignedEnvelope extends Envelope {
  /** Base64url of ECDSA P-256 with SHA-256 over the envelope's text. */
  readonly signature: string;
}

/** What is signed and hashed: the same fields give the same text, in whatever order they came. */
export function envelopeText(envelope: Envelope): string {
  const { claimId, keyId, seq, capturedAt, contact, day, content, households } = envelope;
  return writeCanonically({ claimId, keyId, seq, capturedAt, contact, day, content, households });
}

export const HOLD_REASONS = ["phone_revoked", "month_closed", "clock_unsure"] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

export const HELD_STATES = ["waiting", "accepted", "declined"] as const;
export type HeldState = (typeof HELD_STATES)[number];

/** Work that waits for a person's look before it is taken in; never thrown away. */
export interface HeldNote {
  readonly reason: HoldReason;
  readonly state: HeldState;
  readonly why: string | null;
}

export type OfflineRefusal =
  | { readonly code: "envelope_not_signed" }
  | { readonly code: "envelope_repeated" }
  | { readonly code: "held_decided" }
  | { readonly code: "held_own_work" }
  | { readonly code: "held_needs_office" }
  | { readonly code: "held_needs_reason" }
  | { readonly code: "held_not_takeable" }
  | { readonly code: "device_key_not_valid" }
  | { readonly code: "photo_part_not_readable" };
