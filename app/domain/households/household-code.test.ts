import { describe, expect, it } from "vitest";
import { inWalkingOrder } from "./household.ts";
import { giveHouseholdCodes, nextHouseholdCode } from "./household-code.ts";

describe("the next code of a village", () => {
  it.each([
    [[], "001"],
    [["001", "002", "010"], "011"],
    [["H-98", "H-99"], "H-100"],
    [["2", "10", "9"], "11"],
    [["nhà văn hóa"], "001"],
    [["A1", "B3", "b4"], "B5"],
    [["12345678901234567899"], "1"],
  ])("after %j comes %s", (codes, next) => {
    const proposed = nextHouseholdCode(codes);
    if (codes[0]?.length === 20) expect(proposed.length).toBeLessThanOrEqual(20);
    else expect(proposed.toLowerCase()).toBe(next.toLowerCase());
    expect(codes).not.toContain(proposed);
  });
});

describe("codes for a whole list", () => {
  it("are the same as asking for one after the other", () => {
    const codes = ["H-7", "H-9", "nhà văn hóa"];
    const next = giveHouseholdCodes(codes);
    const atOnce = Array.from({ length: 5 }, () => next());
    const oneByOne: string[] = [];
    for (let count = 0; count < 5; count++) oneByOne.push(nextHouseholdCode([...codes, ...oneByOne]));
    expect(atOnce).toEqual(oneByOne);
    expect(atOnce).toEqual(["H-10", "H-11", "H-12", "H-13", "H-14"]);
  });
});

describe("the order of a walk", () => {
  it("goes lane by lane, 2 before 10, and ends with those of no lane", () => {
    const houses = [
      ["7", null],
      ["10", "Ngõ 2"],
      ["2", "Ngõ 2"],
      ["1", "Ngõ 10"],
    ] as const;
    const walked = inWalkingOrder(houses.map(([code, lane]) => ({ code, lane })));
    expect(walked.map(({ code, lane }) => `${lane} ${code}`)).toEqual([
      "Ngõ 2 2",
      "Ngõ 2 10",
      "Ngõ 10 1",
      "null 7",
    ]);
  });
});
