import type { Part } from "../activity/claim.ts";
import type { Instant } from "../calendar/local-date.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";

/** The rights by which a claim may be decided, in the order in which it comes to them. */
export const VERIFY_ROLES = ["leader", "delegate", "deputy", "official_in_charge", "office"] as const;
export type VerifyRole = (typeof VERIFY_ROLES)[number];

const HOUR_MS = 60 * 60 * 1000;
/** A claim that waited this long is the deputy's too. */
export const DEPUTY_AFTER_MS = 72 * HOUR_MS;
/** And this long: the official in charge of the village, and the office. */
export const OFFICE_AFTER_MS = 5 * 24 * HOUR_MS;

/** Somebody who holds a right over the claim today, whatever was true on the day of the work (T16). */
export interface Checker {
  readonly accountId: string;
  readonly householdId: string | null;
  readonly as: VerifyRole;
}

export interface ClaimToVerify {
  /** Whoever typed it; for the paper path not the claimant. */
  readonly enteredBy: string;
  /** The machine it was sent from, under the name each account that signed in there has for it. */
  readonly deviceIds: readonly string[];
  /** When this revision began to wait. */
  readonly submittedAt: Instant;
  readonly participants: readonly {
    readonly accountId: string | null;
    readonly householdId: string | null;
    readonly part: Part;
  }[];
}

export interface VerifyFacts {
  readonly claim: ClaimToVerify;
  readonly caller: {
    readonly accountId: string;
    readonly householdId: string | null;
    readonly deviceId: string | null;
    /** The caller's rights of today over the claim's team or village, awake in this session. */
    readonly rights: readonly VerifyRole[];
  };
  /** Everybody with a right of today over the claim; it does no harm when the caller is among them. */
  readonly checkers: readonly Checker[];
  readonly now: Instant;
}

/** Who decides in the caller's place, and from when; null when the commune has to name somebody first. */
export type Instead = { readonly as: VerifyRole; readonly from: Instant } | null;

export type VerifyRefusal =
  | { readonly code: "verify_own_claim"; readonly instead: Instead }
  | { readonly code: "verify_took_part"; readonly part: Exclude<Part, "claimant">; readonly instead: Instead }
  | { readonly code: "verify_typed_by_you"; readonly instead: Instead }
  | { readonly code: "verify_same_household"; readonly instead: Instead }
  | { readonly code: "verify_same_device"; readonly instead: Instead }
  | { readonly code: "verify_not_yours"; readonly instead: Instead }
  | { readonly code: "verify_not_yet"; readonly from: Instant; readonly instead: Instead };

/**
 * Rule 1, asked for each claim: nothing counts until somebody else verified it, and no right of any role opens
 * it to whoever has a part in it. Then whose turn it is: the leader's or their stand-in's at once; the deputy's
 * after 72 hours (A15), the official's (L07) and the office's after five days; at once where nobody before can.
 */
export function mayVerify(facts: VerifyFacts): Verdict<{ readonly as: VerifyRole }, VerifyRefusal> {
  const { claim, caller, now } = facts;
  const refusal = refuseParty(facts);
  if (refusal) return refused(refusal);
  if (caller.deviceId !== null && claim.deviceIds.includes(caller.deviceId)) {
    return refused({ code: "verify_same_device", instead: findInstead(facts) });
  }
  const opening = inOrder(caller.rights).map((as) => ({ as, from: opensAt(as, facts) }));
  const open = opening.find(({ from }) => from <= now);
  if (open) return allowed({ as: open.as });
  const instead = findInstead(facts);
  if (opening.length === 0) return refused({ code: "verify_not_yours", instead });
  return refused({ code: "verify_not_yet", from: Math.min(...opening.map(({ from }) => from)), instead });
}

/**
 * Who may decide that something that counted is corrected: the same strangers to the claim, without waiting for
 * a turn, since nobody is kept from their points by it.
 */
export function mayCorrect(facts: VerifyFacts): Verdict<{ readonly as: VerifyRole }, VerifyRefusal> {
  const refusal = refuseParty(facts);
  if (refusal) return refused(refusal);
  const { claim, caller } = facts;
  if (caller.deviceId !== null && claim.deviceIds.includes(caller.deviceId)) {
    return refused({ code: "verify_same_device", instead: findInstead(facts) });
  }
  const [as] = inOrder(caller.rights);
  return as ? allowed({ as }) : refused({ code: "verify_not_yours", instead: findInstead(facts) });
}

/** Has this person a part in the claim, whatever their rights? Such claims are not even shown to them. */
export function isParty(
  claim: ClaimToVerify,
  person: { readonly accountId: string; readonly householdId: string | null },
): boolean {
  return (
    claim.enteredBy === person.accountId ||
    claim.participants.some(
      ({ accountId, householdId }) =>
        accountId === person.accountId || (householdId !== null && householdId === person.householdId),
    )
  );
}

/** When the claim comes to this right. Time widens the circle and never decides anything itself. */
export function opensAt(
  as: VerifyRole,
  { claim, caller, checkers }: Pick<VerifyFacts, "claim" | "caller" | "checkers">,
): Instant {
  if (isLeading(as)) return claim.submittedAt;
  const able = checkers.filter((checker) => !isParty(claim, checker));
  const isLed = able.some((checker) => isLeading(checker.as));
  if (as === "deputy") return claim.submittedAt + (isLed ? DEPUTY_AFTER_MS : 0);
  const hasLeader = checkers.some((checker) => isLeading(checker.as)) || caller.rights.some(isLeading);
  const isCovered = isLed || (hasLeader && able.some((checker) => checker.as === "deputy"));
  return claim.submittedAt + (isCovered ? OFFICE_AFTER_MS : 0);
}

function isLeading(as: VerifyRole): boolean {
  return as === "leader" || as === "delegate";
}

function inOrder(rights: readonly VerifyRole[]): VerifyRole[] {
  return VERIFY_ROLES.filter((role) => rights.includes(role));
}

function refuseParty(facts: VerifyFacts): VerifyRefusal | null {
  const { claim, caller } = facts;
  const mine = claim.participants.find(({ accountId }) => accountId === caller.accountId);
  if (mine) {
    const instead = findInstead(facts);
    return mine.part === "claimant"
      ? { code: "verify_own_claim", instead }
      : { code: "verify_took_part", part: mine.part, instead };
  }
  if (claim.enteredBy === caller.accountId) {
    return { code: "verify_typed_by_you", instead: findInstead(facts) };
  }
  if (isParty(claim, caller)) return { code: "verify_same_household", instead: findInstead(facts) };
  return null;
}

/** The first who can, other than the caller: whoever is refused is told where the claim goes. */
function findInstead(facts: VerifyFacts): Instead {
  const able = facts.checkers.filter(
    (checker) => checker.accountId !== facts.caller.accountId && !isParty(facts.claim, checker),
  );
  const turns = VERIFY_ROLES.filter((role) => able.some(({ as }) => as === role)).map((as) => ({
    as,
    from: opensAt(as, facts),
  }));
  return turns.reduce<Instead>((first, turn) => (first && first.from <= turn.from ? first : turn), null);
}
