import { describe, expect, it } from "vitest";
import { isSlipOpen, judgeSlipMaking, SLIP_MS, slipOpens } from "./enrolment-slip.ts";

const open = { expiresAtMs: SLIP_MS, isUsed: false, isRevoked: false };

describe("a slip", () => {
  it("is open to its last millisecond and not at the 72nd hour", () => {
    expect(isSlipOpen(open, SLIP_MS - 1)).toBe(true);
    expect(isSlipOpen(open, SLIP_MS)).toBe(false);
  });

  it("that was used or withdrawn stays shut", () => {
    expect(isSlipOpen({ ...open, isUsed: true }, 0)).toBe(false);
    expect(isSlipOpen({ ...open, isRevoked: true }, 0)).toBe(false);
  });

  it("binds a phone only where no second factor is set up or asked for", () => {
    const owner = { hasSecondFactor: false, mustUseSecondFactor: false };
    expect(slipOpens("enrol", owner)).toBe("phone");
    expect(slipOpens("enrol", { ...owner, hasSecondFactor: true })).toBe("password");
    expect(slipOpens("enrol", { ...owner, mustUseSecondFactor: true })).toBe("password");
    expect(slipOpens("reset", owner)).toBe("password");
  });

  it("is made for the commune's own people, who work nowhere else and are not disabled", () => {
    const subject = { hasSecondFactor: false, mustUseSecondFactor: false, isActive: true, communes: [7] };
    expect(judgeSlipMaking(subject, 7)).toEqual({ ok: true, value: null });
    expect(judgeSlipMaking(subject, 8)).toEqual({ ok: false, code: "not_permitted" });
    expect(judgeSlipMaking({ ...subject, communes: [7, 8] }, 7)).toEqual({
      ok: false,
      code: "account_of_other_commune",
    });
    expect(judgeSlipMaking({ ...subject, isActive: false }, 7)).toEqual({
      ok: false,
      code: "account_disabled",
    });
  });
});
