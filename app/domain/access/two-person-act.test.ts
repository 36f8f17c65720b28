import { describe, expect, it } from "vitest";
import { type ActOnPaper, type Decider, judgeDecision, judgeWithdrawal } from "./two-person-act.ts";

const act: ActOnPaper = { state: "waiting", askedBy: "asker", subjectAccountId: "subject", expiresAt: 1_000 };
const DAY_MS = 24 * 60 * 60 * 1000;

function decider(wish: Partial<Decider> = {}): Decider {
  return { accountId: "leader", sharesBrowserWithAsker: false, appointedByAskerAt: null, ...wish };
}

describe("an act of two persons", () => {
  it("is decided by a third while it waits", () => {
    expect(judgeDecision(act, decider(), 999)).toEqual({ ok: true, value: null });
  });

  it.each(["asker", "subject"])("is never decided by its %s", (who) => {
    expect(judgeDecision(act, decider({ accountId: who }), 0)).toEqual({
      ok: false,
      code: "act_needs_another_person",
    });
  });

  it("is never approved from a browser the asker uses", () => {
    expect(judgeDecision(act, decider({ sharesBrowserWithAsker: true }), 0)).toEqual({
      ok: false,
      code: "act_from_same_browser",
    });
  });

  it("is not decided by somebody the asker appointed less than three days ago", () => {
    const young = decider({ appointedByAskerAt: 0 });
    const later = { ...act, expiresAt: 30 * DAY_MS };
    expect(judgeDecision(later, young, 3 * DAY_MS - 1)).toMatchObject({ code: "act_second_person_too_new" });
    expect(judgeDecision(later, young, 3 * DAY_MS).ok).toBe(true);
  });

  it("is over at the last moment of its week", () => {
    expect(judgeDecision(act, decider(), 1_000)).toEqual({ ok: false, code: "act_expired" });
  });

  it.each(["approved", "declined", "withdrawn"] as const)("that was %s stays so", (state) => {
    expect(judgeDecision({ ...act, state }, decider(), 0)).toMatchObject({
      code: "act_already_decided",
      state,
    });
    expect(judgeWithdrawal({ ...act, state }, "asker")).toMatchObject({ code: "act_already_decided" });
  });

  it("is taken back by whoever asked, and nobody else", () => {
    expect(judgeWithdrawal(act, "asker").ok).toBe(true);
    expect(judgeWithdrawal(act, "subject")).toEqual({ ok: false, code: "act_not_yours" });
  });
});
