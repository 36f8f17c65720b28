import type { AccessRefusal } from "#app/domain/access/can.ts";
import type { UsernameRefusal } from "./login-name.ts";
import type { PasswordRefusal } from "./password.ts";
import type { PinRefusal } from "./pin.ts";

/** Name and password do not open the door. Which of the two is wrong, or whether there is a door, is not said. */
export type SignInRefusal = { code: "sign_in_refused" } | TryLater;

export type TryLater = { code: "try_later"; seconds: number };

export type ProofRefusal =
  | { code: "code_wrong" }
  | { code: "recovery_code_wrong" }
  | { code: "passkey_refused" }
  | { code: "password_wrong" }
  | { code: "session_ended" }
  | TryLater;

export type LinkRefusal = { code: "link_not_valid" };

export type AccountRefusal =
  | AccessRefusal
  | SignInRefusal
  | ProofRefusal
  | LinkRefusal
  | PasswordRefusal
  | PinRefusal
  | UsernameRefusal
  | { code: "passwords_differ" }
  | { code: "password_unchanged" }
  | { code: "username_taken" }
  | { code: "phone_not_valid" }
  | { code: "phone_taken" }
  | { code: "last_second_factor" };
