import type { enrolmentRejections as vi } from "../vi/enrolment-rejections.ts";

export const enrolmentRejections: typeof vi = {
  pins_differ: () => "The two PINs are not the same. Type them again.",
  pin_wrong: ({ triesLeft }) => `That is not the PIN. ${triesLeft} tries left.`,
  unlock_ended: () =>
    "This phone no longer opens this way. Ask the office for a new slip, or sign in with a password.",
  account_disabled: () => "This account is disabled.",
  account_of_other_commune: () =>
    "This person also works in another commune. Only they themselves can reset the account, with a recovery code.",
  hand_over_to_self: () => "Choose somebody else: you hold this role.",
  hand_over_not_held: () => "The person handing over no longer holds this role.",
  hand_over_in_the_past: () => "The first day must be today or later.",
  nobody_to_print: () => "Choose at least one person to print a slip for.",
  sheet_not_drawn: () =>
    "The sheet could not be drawn. Print again in a few minutes; new slips replace these.",
  nothing_to_break: () => "This person has no second factor. An ordinary slip is enough.",
};
