import { fc, it } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { CLAIM_STATES, type ClaimState } from "./claim.ts";
import { CLAIM_ACTS, type ClaimAct, moveClaim } from "./claim-state.ts";

const anyAct = fc.constantFrom(...CLAIM_ACTS);
const DECISIONS: readonly ClaimAct[] = ["approve", "reject", "return", "amend", "reverse"];

function walk(acts: readonly ClaimAct[]): ClaimState[] {
  let state: ClaimState = "submitted";
  const path: ClaimState[] = [state];
  for (const act of acts) {
    const next = moveClaim(state, act);
    if (next.ok) state = next.value;
    path.push(state);
  }
  return path;
}

describe("the life of a claim", () => {
  it.prop([fc.array(anyAct, { maxLength: 40 })])("nothing counts but through an approval", (acts) => {
    const path = walk(acts);
    const at = path.indexOf("verified");
    if (at > 0) expect(acts.slice(0, at)).toContain("approve");
    else expect(path).not.toContain("reversed");
  });

  it.prop([fc.array(anyAct, { maxLength: 40 })])(
    "what is withdrawn, rejected or reversed stays so",
    (acts) => {
      const path = walk(acts);
      const at = path.findIndex(
        (state) => state === "withdrawn" || state === "rejected" || state === "reversed",
      );
      if (at >= 0) expect(new Set(path.slice(at)).size).toBe(1);
    },
  );

  it.prop([fc.array(anyAct, { maxLength: 40 })])("its owner never moves what was decided", (acts) => {
    const path = walk(acts);
    for (const [index, act] of acts.entries()) {
      const [before, after] = [path[index], path[index + 1]];
      if (before === "verified" && !DECISIONS.includes(act)) expect(after).toBe("verified");
    }
  });

  it.prop([fc.nat({ max: 20 })])(
    "it may come back and be sent anew any number of times, and still be verified",
    (times) => {
      const acts = Array.from({ length: times }, (): ClaimAct[] => ["return", "resubmit"]).flat();
      expect(walk([...acts, "edit", "approve"]).at(-1)).toBe("verified");
    },
  );

  it("each act has one answer in each state, and a refusal says the state", () => {
    for (const state of CLAIM_STATES) {
      for (const act of CLAIM_ACTS) {
        const answer = moveClaim(state, act);
        if (!answer.ok) expect(answer).toEqual({ ok: false, code: "claim_not_open", state });
      }
    }
  });
});
