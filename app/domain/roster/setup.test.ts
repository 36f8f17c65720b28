import { describe, expect, it } from "vitest";
import { missingSteps, nextStep, SETUP_STEPS, type StepStates } from "./setup.ts";

const untouched: StepStates = {
  plan: "open",
  identity: "open",
  villages: "open",
  words: "open",
  second_officer: "open",
  recovery_codes: "open",
};

describe("the first set-up", () => {
  it("goes on at the first step that nobody answered", () => {
    expect(nextStep(untouched)).toBe("plan");
    expect(nextStep({ ...untouched, plan: "done", identity: "done" })).toBe("villages");
    expect(nextStep({ ...untouched, plan: "done", identity: "open", villages: "done" })).toBe("identity");
  });

  it("does not come back to what was put off on purpose", () => {
    const later = {
      ...untouched,
      plan: "done",
      identity: "done",
      villages: "done",
      words: "put_off",
    } as const;
    expect(nextStep(later)).toBe("second_officer");
  });

  it("has no next step when each has its answer", () => {
    const answered = Object.fromEntries(SETUP_STEPS.map((step) => [step, "done"])) as StepStates;
    expect(nextStep(answered)).toBeNull();
  });

  it("cannot end before plan, name and villages, which cannot be put off", () => {
    expect(missingSteps(untouched)).toEqual(["plan", "identity", "villages"]);
    expect(missingSteps({ ...untouched, plan: "done", identity: "done", villages: "put_off" })).toEqual([
      "villages",
    ]);
  });
});
