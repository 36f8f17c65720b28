import { describe, expect, it } from "vitest";
import { type DoorFacts, GAP_RULES, GAPS, isGap, lackingAt, pickDoors } from "./gap.ts";

const door = (wish: Partial<DoorFacts> = {}): DoorFacts => ({
  given: null,
  isSurveyed: null,
  work: [],
  ...wish,
});
const answered = (...adults: readonly Record<string, string[]>[]): DoorFacts["given"] => ({
  outcome: "answered",
  answers: { produces: ["crops"], sells_online: ["no"] },
  groups: {},
  note: null,
  adults: adults.map((answers, index) => ({ slot: index + 1, outcome: "answered", answers })),
});

describe("what a door lacks", () => {
  it("F03: is said by the people who answered, and closed by work for the same person", () => {
    const given = answered({ eid: ["level_1"] }, { eid: ["level_2"] }, { eid: ["none"] });
    expect(lackingAt("eid", door({ given }))).toEqual([1, 3]);
    const work = [{ kind: "eid-level-2", slot: 1 }];
    expect(lackingAt("eid", door({ given, work }))).toEqual([3]);
    expect(lackingAt("selling", door({ given }))).toEqual([]);
    expect(
      lackingAt("selling", door({ given, work: [{ kind: "online-shop-step", slot: null }] })),
    ).toBeNull();
    expect(lackingAt("first_steps", door({ given: answered({ phone: ["smart"], skill: ["1"] }) }))).toEqual([
      1,
    ]);
  });

  it("F03: is not known where nobody asked; never visited and not surveyed need no answers", () => {
    for (const gap of GAPS.filter((each) => GAP_RULES[each].adult ?? GAP_RULES[each].household))
      expect(lackingAt(gap, door())).toBeNull();
    expect(lackingAt("never_visited", door())).toEqual([]);
    expect(lackingAt("never_visited", door({ work: [{ kind: "talk", slot: null }] }))).toBeNull();
    expect([null, false, true].map((isSurveyed) => lackingAt("not_surveyed", door({ isSurveyed })))).toEqual([
      null,
      [],
      null,
    ]);
    expect([isGap("eid"), isGap("house")]).toEqual([true, false]);
  });
});

describe("the doors of an evening", () => {
  it("F03: are those nearest each other in walking order", () => {
    const open = new Set([0, 9, 10, 12, 30]);
    const walk = Array.from({ length: 40 }, (_, index) => index);
    expect(pickDoors(walk, (each) => open.has(each), 3)).toEqual([9, 10, 12]);
    expect(pickDoors(walk, (each) => open.has(each), 8)).toEqual([0, 9, 10, 12, 30]);
    expect(pickDoors(walk, () => true, 2)).toEqual([0, 1]);
    expect(pickDoors(walk, () => false, 2)).toEqual([]);
  });
});
