import { describe, expect, it } from "vitest";
import { inWalkingOrder } from "./household.ts";
import { nextHouseholdCode } from "./household-code.ts";

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
