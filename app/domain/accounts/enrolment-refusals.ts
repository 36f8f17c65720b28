import type { SlipMakingRefusal } from "./enrolment-slip.ts";
import type { PinRefusal } from "./pin.ts";
import type { LinkRefusal, TryLater } from "./refusals.ts";

export type EnrolmentRefusal =
  | LinkRefusal
  | PinRefusal
  | TryLater
  | { code: "pins_differ" }
  | { code: "passkey_refused" };

export type UnlockRefusal =
  | TryLater
  | { code: "pin_wrong"; triesLeft: number }
  /** Too many wrong entries, ninety days gone, or never enrolled here: only a slip or the password helps. */
  | { code: "unlock_ended" }
  | { code: "passkey_refused" };

export type HandOverRefusal =
  | { code: "not_permitted" }
  | { code: "hand_over_to_self" }
  | { code: "hand_over_not_held" }
  | { code: "hand_over_in_the_past" }
  | { code: "account_disabled" };

export type BreakGlassRefusal =
  | { code: "not_permitted" }
  | { code: "account_disabled" }
  | { code: "nothing_to_break" };

/** A sheet of slips for a whole team. */
export type SlipSheetRefusal = { code: "nobody_to_print" } | { code: "sheet_not_drawn" };

export type PhoneRefusal =
  | SlipSheetRefusal
  | EnrolmentRefusal
  | UnlockRefusal
  | HandOverRefusal
  | BreakGlassRefusal
  | SlipMakingRefusal;
