import { describe, expect, it } from "vitest";
import { judgeAnswer, judgeAppealTime, judgeExceptionDecision, judgeExceptionTime } from "./objection.ts";

const at = (state: "open" | "grace" | "provisional" | "sealed") => ({
  state,
  graceEndsAt: 100,
  appealsEndAt: 200,
});

describe("objections", () => {
  it.each([
    ["open", 50, "appeals_not_open"],
    ["grace", 99, "appeals_not_open"],
    ["provisional", 100, null],
    ["provisional", 199, null],
    ["provisional", 200, "appeals_over"],
    ["sealed", 150, "appeals_over"],
  ] as const)("of a month that is %s at %i: %s", (state, now, code) => {
    const verdict = judgeAppealTime(at(state), now);
    expect(verdict.ok ? null : verdict.code).toBe(code);
  });

  it("are answered once, and by somebody else", () => {
    expect(judgeAnswer({ madeBy: "a", outcome: null }, "b").ok).toBe(true);
    expect(judgeAnswer({ madeBy: "a", outcome: null }, "a")).toMatchObject({ code: "appeal_own" });
    expect(judgeAnswer({ madeBy: "a", outcome: "upheld" }, "b")).toMatchObject({ code: "appeal_answered" });
  });
});

describe("exceptions", () => {
  it("are for figures that stand, and take two persons", () => {
    expect(
      (["open", "grace", "provisional", "sealed"] as const).map((state) => judgeExceptionTime(state).ok),
    ).toEqual([false, false, true, true]);
    expect(judgeExceptionDecision({ askedBy: "a", verdict: null }, "a")).toMatchObject({
      code: "exception_own",
    });
    expect(judgeExceptionDecision({ askedBy: "a", verdict: null }, "b").ok).toBe(true);
    expect(judgeExceptionDecision({ askedBy: "a", verdict: "declined" }, "b")).toMatchObject({
      code: "exception_answered",
    });
  });
});
