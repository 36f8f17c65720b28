import type { Role } from "#app/domain/access/roles.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";

const HOUR_MS = 60 * 60 * 1000;
/** Long enough to carry a sheet from the office to the last village and back. */
export const SLIP_MS = 72 * HOUR_MS;
/** A slip opened by two persons in an emergency is used the same day or not at all. */
export const BREAK_GLASS_SLIP_MS = 12 * HOUR_MS;

export interface Slip {
  readonly expiresAtMs: number;
  readonly isUsed: boolean;
  readonly isRevoked: boolean;
}

/** A used, withdrawn or expired slip never opens again, whatever happens to the account. */
export function isSlipOpen(slip: Slip, nowMs: number): boolean {
  return !slip.isUsed && !slip.isRevoked && nowMs < slip.expiresAtMs;
}

/** What the holder may do with it: bind this phone, or choose a new password. */
export type SlipOpens = "phone" | "password";

export interface SlipOwner {
  readonly hasSecondFactor: boolean;
  readonly mustUseSecondFactor: boolean;
}

/**
 * Judged when the slip is used, not when it was printed. Paper replaces a password, never a second factor:
 * whoever has one, or holds a role that needs one, chooses a password and then proves the factor as always.
 */
export function slipOpens(purpose: "enrol" | "reset", owner: SlipOwner): SlipOpens {
  return purpose === "reset" || owner.hasSecondFactor || owner.mustUseSecondFactor ? "password" : "phone";
}

export interface SlipSubject extends SlipOwner {
  readonly isActive: boolean;
  /** Communes in which the account holds a role today or later. */
  readonly communes: readonly number[];
}

export type SlipMakingRefusal =
  | { code: "not_permitted" }
  | { code: "account_disabled" }
  | { code: "account_of_other_commune" };

/**
 * A leader hands out paper to volunteers of the team, never to somebody who also sees or decides beyond it: that
 * paper would close an officer's sessions. The office may, and the second factor stays in every case.
 */
export function mayMakeSlipFor(grants: readonly { readonly role: Role }[], owner: SlipOwner): boolean {
  return !owner.mustUseSecondFactor || grants.some(({ role }) => role !== "leader");
}

/**
 * An account that also works elsewhere is nobody's alone: a slip made here would open the other commune's
 * work to whoever holds it.
 */
export function judgeSlipMaking(subject: SlipSubject, communeId: number): Verdict<null, SlipMakingRefusal> {
  if (!subject.communes.includes(communeId)) return refused({ code: "not_permitted" });
  if (subject.communes.some((other) => other !== communeId))
    return refused({ code: "account_of_other_commune" });
  if (!subject.isActive) return refused({ code: "account_disabled" });
  return allowed(null);
}
