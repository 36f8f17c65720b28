import type { DueAward } from "./due-awards.ts";

/** An award by rule as it is written down for one subject, not taken back by rule. */
export interface WrittenAward extends DueAward {
  readonly id: string;
  /** Its month is sealed: neither late truth nor a new version moves it. */
  readonly isFinal: boolean;
  /** A person took it back, with a reason: the rule does not give it again. */
  readonly isTakenBack: boolean;
}

export interface AwardChanges {
  readonly grants: readonly DueAward[];
  /** Still due, on other records or another day than it says. */
  readonly rewrites: readonly { readonly id: string; readonly due: DueAward }[];
  readonly revokes: readonly WrittenAward[];
}

/** From what is written to what is due; what a seal made final stays. */
export function reconcileAwards(due: readonly DueAward[], written: readonly WrittenAward[]): AwardChanges {
  const known = new Map(written.map((award) => [nameOf(award), award]));
  const wanted = new Set(due.map(nameOf));
  return {
    grants: due.filter((award) => !known.has(nameOf(award))),
    rewrites: due.flatMap((award) => {
      const standing = known.get(nameOf(award));
      if (!standing || standing.isFinal || standing.isTakenBack || isSame(standing, award)) return [];
      return { id: standing.id, due: award };
    }),
    revokes: written.flatMap((award) =>
      wanted.has(nameOf(award)) || award.isFinal || award.isTakenBack ? [] : award,
    ),
  };
}

function nameOf({ badgeKey, occasion, tier }: Pick<DueAward, "badgeKey" | "occasion" | "tier">): string {
  return `${badgeKey}/${occasion}/${tier}`;
}

function isSame(left: DueAward, right: DueAward): boolean {
  return (
    left.version === right.version &&
    left.earnedOn === right.earnedOn &&
    left.monthId === right.monthId &&
    left.basis.value === right.basis.value &&
    left.basis.goal === right.basis.goal &&
    left.basis.claims.length === right.basis.claims.length &&
    left.basis.claims.every((claim, index) => claim === right.basis.claims[index])
  );
}
