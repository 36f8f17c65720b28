import { allowed, refused, type Verdict } from "../verdict.ts";
import type { LookVerdict } from "./agreement.ts";

export interface LookedAtClaim {
  readonly enteredBy: string;
  /** Everybody whose word made it count. */
  readonly verifiedBy: readonly string[];
  readonly participants: readonly {
    readonly accountId: string | null;
    readonly householdId: string | null;
  }[];
}

export type LookRefusal =
  | { readonly code: "look_not_there" }
  | { readonly code: "look_took_part" }
  | { readonly code: "look_verified_by_you" }
  | { readonly code: "look_stands"; readonly verdict: LookVerdict };

/** T2: the second look is a third person's: nobody of the claim, nobody of their household, not whoever verified it. */
export function mayLook(
  claim: LookedAtClaim,
  person: { readonly accountId: string; readonly householdId: string | null },
): Verdict<null, LookRefusal> {
  const isParty =
    claim.enteredBy === person.accountId ||
    claim.participants.some(
      ({ accountId, householdId }) =>
        accountId === person.accountId || (householdId !== null && householdId === person.householdId),
    );
  if (isParty) return refused({ code: "look_took_part" });
  if (claim.verifiedBy.includes(person.accountId)) return refused({ code: "look_verified_by_you" });
  return allowed(null);
}
