import { describe, expect, it } from "vitest";
import { type ActOnPaper, judgeDecision, judgeWithdrawal } from "./two-person-act.ts";

const act: ActOnPaper = { state: "waiting", askedBy: "asker", subjectAccountId: "subject", expiresAt: 1_000 };

describe("an act of two persons", () => {
  it("is decided by a third while it waits", () => {
    expect(judgeDecision(act, "leader", 999)).toEqual({ ok: true, value: null });
  });

  it.each(["asker", "subject"])("is never decided by its %s", (who) => {
    expect(judgeDecision(act, who, 0)).toEqual({ ok: false, code: "act_needs_another_person" });
  });

  it("is over at the last moment of its week", () => {
    expect(judgeDecision(act, "leader", 1_000)).toEqual({ ok: false, code: "act_expired" });
  });

  it.each(["approved", "declined", "withdrawn"] as const)("that was %s stays so", (state) => {
    expect(judgeDecision({ ...act, state }, "leader", 0)).toMatchObject({
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
