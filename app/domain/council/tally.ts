import { type CouncilRules, meets, neededOf } from "./threshold.ts";

export const CHOICES = ["yes", "no", "abstain"] as const;
export type Choice = (typeof CHOICES)[number];

/** What was said on one nominee; whoever may vote and did not is in none of the three. */
export interface Count {
  readonly nomineeId: string;
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

export interface CastVote {
  readonly voterId: string;
  readonly nomineeId: string;
  readonly choice: Choice;
}

/** One voter, one word on one nominee; in whatever order they came in. */
export function countVotes(nomineeIds: readonly string[], votes: readonly CastVote[]): Count[] {
  return nomineeIds.map((nomineeId) => {
    const said = new Map(
      votes.filter((vote) => vote.nomineeId === nomineeId).map(({ voterId, choice }) => [voterId, choice]),
    );
    const of = (choice: Choice) => [...said.values()].filter((each) => each === choice).length;
    return { nomineeId, yes: of("yes"), no: of("no"), abstain: of("abstain") };
  });
}

export interface RoundBasis {
  /** All members of the council on the day of the session. */
  readonly members: number;
  /** Who had a vote in this round. */
  readonly voters: number;
  /** Who gave it; ballots that do not count are among them. */
  readonly voted: number;
  /** How many may be chosen; null: as many as pass. */
  readonly places: number | null;
  /** Nominees the chair stands for, where it matters: shown by hand, or said where ballots were secret. */
  readonly chairFor: readonly string[];
}

export type Outcome =
  | "chosen"
  /** Tied for the last place and taken by the chair's side. */
  | "chosen_by_chair"
  | "not_enough"
  /** Passed, and others passed with more votes. */
  | "over_places"
  /** Passed, tied for the last place, and the chair's side took it. */
  | "lost_to_chair"
  /** Tied for the last place, and the chair's side does not part them yet. */
  | "tied";

export interface NomineeResult extends Count {
  readonly notVoted: number;
  readonly passes: boolean;
  readonly outcome: Outcome;
}

export interface RoundResult {
  /** What votes were measured against, and how many were needed of it. */
  readonly base: number;
  readonly needed: number;
  /** By votes, then by name of the record: the order of a list, never a reason. */
  readonly nominees: readonly NomineeResult[];
  readonly chosen: number;
  /** Places the tied are waiting for; 0 where nobody waits. */
  readonly tiedPlaces: number;
}

/**
 * DOMAIN 2.5: who reaches the threshold passes; when more pass than there are places, votes decide from the highest
 * down, and between equals for the last place the chair's side wins. Where that does not part them either, they stay
 * tied until the chair says so with a reason: nobody is cut silently.
 */
export function decideRound(
  counts: readonly Count[],
  basis: RoundBasis,
  rules: Pick<CouncilRules, "pass" | "passOf">,
): RoundResult {
  const base = rules.passOf === "all_members" ? basis.members : basis.voted;
  const needed = neededOf(base, rules.pass);
  const passing = counts.filter(({ yes }) => yes > 0 && meets(yes, base, rules.pass));
  const places = basis.places ?? passing.length;
  const line = lastVotes(passing, places);
  const above = passing.filter(({ yes }) => yes > line);
  const level = passing.filter(({ yes }) => yes === line);
  const left = places - above.length;
  const isTie = level.length > left;
  const chairs = level.filter(({ nomineeId }) => basis.chairFor.includes(nomineeId));
  const outcomeOf = (count: Count): Outcome => {
    if (!passing.includes(count)) return "not_enough";
    if (count.yes > line) return "chosen";
    if (count.yes < line) return "over_places";
    if (!isTie) return "chosen";
    // The chair's side goes first; what is left over, or too many of it, stays tied.
    if (chairs.includes(count)) return chairs.length <= left ? "chosen_by_chair" : "tied";
    return chairs.length >= left ? "lost_to_chair" : "tied";
  };
  const nominees = [...counts]
    .sort((a, b) => b.yes - a.yes || compareText(a.nomineeId, b.nomineeId))
    .map((count) => ({
      ...count,
      notVoted: basis.voters - count.yes - count.no - count.abstain,
      passes: passing.includes(count),
      outcome: outcomeOf(count),
    }));
  return {
    base,
    needed,
    nominees,
    chosen: nominees.filter(({ outcome }) => outcome === "chosen" || outcome === "chosen_by_chair").length,
    tiedPlaces: nominees.some(({ outcome }) => outcome === "tied")
      ? left - (chairs.length < left ? chairs.length : 0)
      : 0,
  };
}

/** The votes of whoever would stand on the last place. */
function lastVotes(passing: readonly Count[], places: number): number {
  const votes = passing.map(({ yes }) => yes).sort((a, b) => b - a);
  if (places <= 0) return Number.POSITIVE_INFINITY;
  return votes[Math.min(places, votes.length) - 1] ?? 0;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
