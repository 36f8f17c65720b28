import { allowed, refused, type Verdict } from "../verdict.ts";

/** Why somebody may not say in which household a member lives. */
export type OwnHouseholdRefusal =
  | { code: "own_household_by_others" }
  | { code: "own_household_shared_with_you" }
  | { code: "own_household_not_listed" };

interface Resident {
  readonly memberId: string | null;
  readonly householdId: string | null;
}

/**
 * Nobody verifies work of their own household (rule 1), so nobody says where they live themselves, and nobody takes
 * a member out of the household both live in: that word is another person's.
 */
export function mayPlace(
  caller: Resident,
  member: Resident,
  wanted: string | null,
): Verdict<null, OwnHouseholdRefusal> {
  if (wanted === member.householdId) return allowed(null);
  if (member.memberId === caller.memberId) return refused({ code: "own_household_by_others" });
  if (member.householdId !== null && member.householdId === caller.householdId) {
    return refused({ code: "own_household_shared_with_you" });
  }
  return allowed(null);
}
