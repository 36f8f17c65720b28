import { describe, expect, it } from "vitest";
import { INITIATIVE_STATES, type InitiativeAct, moveInitiative, openActs, stageOf } from "./initiative.ts";

describe("an initiative on its way", () => {
  it("H04: goes draft, submitted, reviewed, piloted, recognised, and skips no step", () => {
    const way: InitiativeAct[] = ["submit", "review", "pilot", "recognise"];
    let state: (typeof INITIATIVE_STATES)[number] = "draft";
    for (const act of way) {
      for (const later of way.slice(way.indexOf(act) + 1))
        expect(moveInitiative(state, later).ok).toBe(false);
      const moved = moveInitiative(state, act);
      if (!moved.ok) throw new Error(moved.code);
      state = moved.value;
    }
    expect(state).toBe("recognised");
  });

  it("may be declined until it is recognised, and spreads from the pilot on", () => {
    expect(INITIATIVE_STATES.filter((state) => openActs(state).includes("decline"))).toEqual([
      "submitted",
      "reviewed",
      "piloted",
    ]);
    expect(moveInitiative("piloted", "replicate")).toEqual({ ok: true, value: "piloted" });
    expect(openActs("declined")).toEqual([]);
  });

  it("SCORING 1 row 25: pilot and recognition are the stages that earn", () => {
    expect(stageOf("pilot")).toBe("piloted");
    expect(stageOf("recognise")).toBe("recognised");
    expect(stageOf("review")).toBeNull();
  });
});
