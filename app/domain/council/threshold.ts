// DOMAIN 2.5: no law says how many votes a giấy khen needs. What a council goes by is its own rule, written as people
// say it: "ít nhất 2/3", "quá nửa", "ít nhất 80 %". Counted in whole votes, never in rounded per cent.

/** A part of a whole as it is spoken: 2 of 3, 80 of 100. */
export interface Share {
  readonly part: number;
  readonly whole: number;
}

export interface Threshold extends Share {
  /** "ít nhất" lets the exact share pass, "quá" does not. */
  readonly comparator: "at_least" | "more_than";
}

export interface CouncilRules {
  /** Of all members: how many must be there, or have written where there is no meeting. */
  readonly quorum: Threshold;
  readonly pass: Threshold;
  /** What votes are measured against: every member there is, or those who voted. */
  readonly passOf: "all_members" | "voters";
  /** Whether somebody sent in writing in a member's place counts as being there. */
  readonly proxiesMakeQuorum: boolean;
}

/** Proposed for giấy khen; editable (DOMAIN 2.5). */
export const PROPOSED_RULES: CouncilRules = {
  quorum: { part: 2, whole: 3, comparator: "at_least" },
  pass: { part: 1, whole: 2, comparator: "more_than" },
  passOf: "all_members",
  proxiesMakeQuorum: true,
};

export type RulesRefusal =
  | { readonly code: "council_share_not_possible" }
  | { readonly code: "council_share_too_small" };

/** A share above the whole can never be met; one below a half would let two opposite lists pass at once. */
export function judgeRules({ quorum, pass }: CouncilRules): RulesRefusal | null {
  for (const { part, whole, comparator } of [quorum, pass]) {
    const isWhole = Number.isInteger(part) && Number.isInteger(whole) && part > 0 && whole > 0;
    if (!isWhole || part > whole || (part === whole && comparator === "more_than"))
      return { code: "council_share_not_possible" };
    if (2 * part < whole) return { code: "council_share_too_small" };
  }
  return null;
}

export function meets(count: number, base: number, { part, whole, comparator }: Threshold): boolean {
  return comparator === "at_least" ? count * whole >= part * base : count * whole > part * base;
}

/** The smallest count that meets it; of nobody, one is still asked. */
export function neededOf(base: number, { part, whole, comparator }: Threshold): number {
  const exact = Math.ceil((part * base) / whole);
  const isExact = exact * whole === part * base;
  return Math.max(1, comparator === "more_than" && isExact ? exact + 1 : exact);
}
