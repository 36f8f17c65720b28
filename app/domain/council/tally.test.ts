import { describe, expect, it } from "vitest";
import { countQuorum } from "./quorum.ts";
import { type Count, decideRound, type RoundBasis } from "./tally.ts";
import { judgeRules, meets, neededOf, PROPOSED_RULES } from "./threshold.ts";

const count = (nomineeId: string, yes: number): Count => ({ nomineeId, yes, no: 0, abstain: 0 });
const basis: RoundBasis = { members: 9, voters: 9, voted: 9, places: null, chairFor: [] };
const outcomes = (counts: Count[], wish: Partial<RoundBasis> = {}) =>
  Object.fromEntries(
    decideRound(counts, { ...basis, ...wish }, PROPOSED_RULES).nominees.map(({ nomineeId, outcome }) => [
      nomineeId,
      outcome,
    ]),
  );

describe("DOMAIN 2.5: thresholds in whole votes", () => {
  it.each([
    [9, 5],
    [10, 6],
    [1, 1],
    [0, 1],
  ])("more than half of %i members is %i", (members, needed) => {
    expect(neededOf(members, PROPOSED_RULES.pass)).toBe(needed);
  });
  it.each([
    [9, 6],
    [10, 7],
    [11, 8],
  ])("two thirds of %i members is %i", (members, needed) => {
    expect(neededOf(members, PROPOSED_RULES.quorum)).toBe(needed);
  });
  it("at least 80 per cent lets the exact share pass, more than half does not", () => {
    expect(meets(8, 10, { part: 80, whole: 100, comparator: "at_least" })).toBe(true);
    expect(meets(5, 10, PROPOSED_RULES.pass)).toBe(false);
  });
  it("refuses a share nobody can reach, and one that lets two opposite lists pass", () => {
    const rules = (part: number, whole: number, comparator: "at_least" | "more_than") =>
      judgeRules({ ...PROPOSED_RULES, pass: { part, whole, comparator } })?.code ?? "fine";
    expect(rules(1, 1, "more_than")).toBe("council_share_not_possible");
    expect(rules(3, 2, "at_least")).toBe("council_share_not_possible");
    expect(rules(1, 3, "at_least")).toBe("council_share_too_small");
    expect(rules(1, 1, "at_least")).toBe("fine");
    expect(judgeRules(PROPOSED_RULES)).toBeNull();
  });
});

describe("the quorum", () => {
  const roll = [
    "present",
    "present",
    "present",
    "present",
    "present",
    "proxy",
    "written",
    "absent",
    "absent",
  ] as const;
  it("counts who is there and whoever was sent, not paper", () => {
    expect(countQuorum(roll, PROPOSED_RULES, "meeting")).toMatchObject({
      members: 9,
      counted: 6,
      needed: 6,
      isReached: true,
    });
  });
  it("counts no proxy where the council's rule says so", () => {
    const rules = { ...PROPOSED_RULES, proxiesMakeQuorum: false };
    expect(countQuorum(roll, rules, "meeting")).toMatchObject({ counted: 5, isReached: false });
  });
  it("counts written opinions where there is no meeting", () => {
    const written = ["written", "written", "written", "absent"] as const;
    expect(countQuorum(written, PROPOSED_RULES, "written")).toMatchObject({
      counted: 3,
      needed: 3,
      isReached: true,
    });
  });
  it("is not reached by a council of nobody", () => {
    expect(countQuorum([], PROPOSED_RULES, "meeting").isReached).toBe(false);
  });
});

describe("a round that passes more than there are places", () => {
  const four = [count("a", 9), count("b", 7), count("c", 7), count("d", 4)];
  it("takes the highest, and whoever misses the threshold is out whatever the places", () => {
    expect(outcomes(four, { places: 1 })).toEqual({
      a: "chosen",
      b: "over_places",
      c: "over_places",
      d: "not_enough",
    });
    expect(outcomes(four)).toEqual({ a: "chosen", b: "chosen", c: "chosen", d: "not_enough" });
  });
  it("lets the chair's side win between equals for the last place", () => {
    expect(outcomes(four, { places: 2, chairFor: ["c"] })).toEqual({
      a: "chosen",
      b: "lost_to_chair",
      c: "chosen_by_chair",
      d: "not_enough",
    });
  });
  it("cuts nobody silently: equals the chair does not part stay tied, with the places they wait for", () => {
    expect(outcomes(four, { places: 2 })).toMatchObject({ b: "tied", c: "tied" });
    expect(outcomes(four, { places: 2, chairFor: ["b", "c"] })).toMatchObject({ b: "tied", c: "tied" });
    const three = [count("a", 6), count("b", 6), count("c", 6)];
    const half = decideRound(three, { ...basis, places: 2, chairFor: ["b"] }, PROPOSED_RULES);
    expect(half).toMatchObject({ chosen: 1, tiedPlaces: 1 });
  });
  it("chooses nobody where there is no place", () => {
    expect(outcomes(four, { places: 0 })).toMatchObject({ a: "over_places", d: "not_enough" });
  });
  it("measures against those who voted where the rule says so", () => {
    const voters = { ...PROPOSED_RULES, passOf: "voters" as const };
    expect(decideRound([count("a", 3)], { ...basis, voted: 5 }, voters).nominees[0]?.passes).toBe(true);
    expect(decideRound([count("a", 3)], { ...basis, voted: 5 }, PROPOSED_RULES).nominees[0]?.passes).toBe(
      false,
    );
  });
});
