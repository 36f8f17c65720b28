import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type CastVote, CHOICES, countVotes, decideRound, type NomineeResult } from "./tally.ts";
import { type CouncilRules, judgeRules, meets, neededOf, type Threshold } from "./threshold.ts";

const NOMINEES = ["a", "b", "c", "d", "e"];
const MEMBERS = 9;

const anyThreshold: fc.Arbitrary<Threshold> = fc.record({
  part: fc.integer({ min: 1, max: 12 }),
  whole: fc.integer({ min: 1, max: 12 }),
  comparator: fc.constantFrom("at_least", "more_than"),
});
const anyRules: fc.Arbitrary<CouncilRules> = fc
  .record({
    quorum: anyThreshold,
    pass: anyThreshold,
    passOf: fc.constantFrom("all_members" as const, "voters" as const),
    proxiesMakeQuorum: fc.boolean(),
  })
  .filter((rules) => judgeRules(rules) === null);
/** One word at most of each member on each nominee. */
const anyVotes: fc.Arbitrary<CastVote[]> = fc.uniqueArray(
  fc.record({
    voterId: fc.integer({ min: 1, max: MEMBERS }).map(String),
    nomineeId: fc.constantFrom(...NOMINEES),
    choice: fc.constantFrom(...CHOICES),
  }),
  { selector: ({ voterId, nomineeId }) => `${voterId}${nomineeId}`, maxLength: MEMBERS * NOMINEES.length },
);
const anyPlaces = fc.option(fc.integer({ min: 0, max: 6 }));

/** Member 1 is the chair: their hand is the chair's side. */
function decide(votes: readonly CastVote[], rules: CouncilRules, places: number | null, among = NOMINEES) {
  const chairFor = votes.filter(({ voterId, choice }) => voterId === "1" && choice === "yes");
  const voted = new Set(votes.map(({ voterId }) => voterId)).size;
  const basis = { members: MEMBERS, voters: MEMBERS, voted, places };
  return decideRound(
    countVotes(among, votes),
    { ...basis, chairFor: chairFor.map(({ nomineeId }) => nomineeId) },
    rules,
  );
}

const isIn = ({ outcome }: NomineeResult) => outcome === "chosen" || outcome === "chosen_by_chair";
const find = (result: ReturnType<typeof decide>, id: string) => {
  const found = result.nominees.find(({ nomineeId }) => nomineeId === id);
  if (!found) throw new Error(`${id} was nominated`);
  return found;
};

describe("a round of votes", () => {
  test.prop([anyVotes, anyRules, anyPlaces, fc.infiniteStream(fc.nat())])(
    "comes to the same whatever the order of votes and of nominees",
    (votes, rules, places, dice) => {
      const shuffled = votes
        .map((vote) => ({ vote, at: dice.next().value as number }))
        .sort((one, other) => one.at - other.at)
        .map(({ vote }) => vote);
      expect(decide(shuffled, rules, places, NOMINEES.toReversed())).toEqual(decide(votes, rules, places));
    },
  );

  test.prop([
    anyVotes,
    anyRules,
    anyPlaces,
    fc.integer({ min: 1, max: MEMBERS }),
    fc.constantFrom(...NOMINEES),
  ])(
    "a yes more never turns a pass into a fail, nor takes a place away",
    (votes, rules, places, voter, nomineeId) => {
      const voterId = String(voter);
      // Who has not come to vote at all changes what the others are measured against, so an old voter speaks.
      const others = votes.filter((vote) => vote.voterId !== voterId || vote.nomineeId !== nomineeId);
      const less = [...others, { voterId, nomineeId, choice: "no" as const }];
      const more = [...others, { voterId, nomineeId, choice: "yes" as const }];
      const [before, after] = [decide(less, rules, places), decide(more, rules, places)].map((result) =>
        find(result, nomineeId),
      ) as [NomineeResult, NomineeResult];
      if (before.passes) expect(after.passes).toBe(true);
      if (isIn(before)) expect(isIn(after)).toBe(true);
    },
  );

  test.prop([anyVotes, anyRules, anyPlaces])(
    "fills no more places than there are, and nobody stands over one with more votes",
    (votes, rules, places) => {
      const result = decide(votes, rules, places);
      if (places !== null) expect(result.chosen + result.tiedPlaces).toBeLessThanOrEqual(places);
      const lowestIn = Math.min(...result.nominees.filter(isIn).map(({ yes }) => yes));
      for (const nominee of result.nominees) {
        if (nominee.outcome === "over_places") expect(nominee.yes).toBeLessThanOrEqual(lowestIn);
        if (isIn(nominee)) expect(nominee.passes).toBe(true);
        expect(nominee.passes).toBe(nominee.yes >= result.needed);
      }
    },
  );

  test.prop([anyVotes, anyRules])("counts every voter once on every nominee", (votes, rules) => {
    for (const { yes, no, abstain, notVoted } of decide([...votes, ...votes], rules, null).nominees)
      expect(yes + no + abstain + notVoted).toBe(MEMBERS);
  });

  test.prop([anyThreshold, fc.integer({ min: 1, max: 60 })])(
    "the number said to be needed is the smallest that meets the threshold",
    (threshold, base) => {
      const needed = neededOf(base, threshold);
      expect(meets(needed, base, threshold)).toBe(true);
      if (needed > 1) expect(meets(needed - 1, base, threshold)).toBe(false);
    },
  );
});
