import { describe, expect, it } from "vitest";
import { mayAssign, sumTargets, targetOf } from "./assigned-target.ts";

describe("targets assigned to teams", () => {
  it("B22: are said for the running month and the next, never afterwards", () => {
    const open = { current: 202612, next: 202701 };
    expect(mayAssign(202612, open).ok).toBe(true);
    expect(mayAssign(202701, open).ok).toBe(true);
    expect(mayAssign(202611, open)).toEqual({ ok: false, code: "target_month_over" });
    expect(mayAssign(202702, open)).toEqual({ ok: false, code: "target_month_far", until: 202701 });
  });

  it("B22: the office's word comes before the plan's quota, and nothing asked is nothing, not zero", () => {
    expect([targetOf(30, 50), targetOf(null, 50), targetOf(null, null)]).toEqual([30, 50, null]);
  });

  it("add up over the teams that have one; reached is at least the figure itself", () => {
    const lines = [
      { target: 50, done: 50 },
      { target: 50, done: 49 },
      { target: null, done: 7 },
    ];
    expect(sumTargets(lines)).toEqual({ target: 100, done: 99, reached: 1, asked: 2 });
    expect(sumTargets([])).toEqual({ target: 0, done: 0, reached: 0, asked: 0 });
  });
});
