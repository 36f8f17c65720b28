import { describe, expect, it } from "vitest";
import {
  type Checker,
  DEPUTY_AFTER_MS,
  mayCorrect,
  mayVerify,
  OFFICE_AFTER_MS,
  type VerifyFacts,
  type VerifyRole,
} from "./may-verify.ts";

const SENT = Date.UTC(2026, 10, 20, 12);
const checker = (accountId: string, as: VerifyRole, householdId: string | null = null): Checker => ({
  accountId,
  householdId,
  as,
});
const LEADER = checker("leader", "leader");
const DEPUTY = checker("deputy", "deputy");
const OFFICIAL = checker("official", "official_in_charge");
const OFFICE = checker("office", "office");
const ALL = [LEADER, DEPUTY, OFFICIAL, OFFICE];

interface Wish {
  readonly caller: Checker;
  readonly rights?: readonly VerifyRole[];
  readonly deviceId?: string | null;
  readonly waitedMs?: number;
  readonly checkers?: readonly Checker[];
  readonly claim?: Partial<VerifyFacts["claim"]>;
}

function facts({
  caller,
  rights,
  deviceId = "desk",
  waitedMs = 0,
  checkers = ALL,
  claim,
}: Wish): VerifyFacts {
  return {
    claim: {
      enteredBy: "member",
      deviceIds: ["phone", "phone of another"],
      submittedAt: SENT,
      participants: [{ accountId: "member", householdId: "h1", part: "claimant" }],
      ...claim,
    },
    caller: { ...caller, deviceId, rights: rights ?? [caller.as] },
    checkers,
    now: SENT + waitedMs,
  };
}

function answer(wish: Wish): string {
  const verdict = mayVerify(facts(wish));
  if (verdict.ok) return verdict.value.as;
  return verdict.instead ? `${verdict.code} -> ${verdict.instead.as}` : `${verdict.code} -> nobody`;
}

const participants = (
  part: "claimant" | "helper" | "teacher",
  accountId: string,
  householdId: string | null = null,
) => [
  { accountId: "member", householdId: "h1", part: "claimant" } as const,
  { accountId, householdId, part },
];

describe("whoever has a part in a claim does not verify it", () => {
  it("the claimant: a leader's own claim goes to the deputy at once, without one to official and office", () => {
    const own: Wish = {
      caller: LEADER,
      claim: {
        enteredBy: "leader",
        participants: [{ accountId: "leader", householdId: null, part: "claimant" }],
      },
    };
    expect(answer(own)).toBe("verify_own_claim -> deputy");
    expect(answer({ ...own, caller: DEPUTY })).toBe("deputy");
    expect(answer({ ...own, caller: OFFICE })).toBe("verify_not_yet -> deputy");
    const undeputised = { ...own, checkers: [LEADER, OFFICE] };
    expect(answer(undeputised)).toBe("verify_own_claim -> office");
    expect(answer({ ...undeputised, caller: OFFICE })).toBe("office");
    expect(answer({ ...own, checkers: [LEADER] })).toBe("verify_own_claim -> nobody");
  });

  it.each(["helper", "teacher"] as const)("a %s named on the claim, whatever their right", (part) => {
    for (const caller of ALL) {
      expect(
        answer({
          caller,
          waitedMs: OFFICE_AFTER_MS * 2,
          claim: { participants: participants(part, caller.accountId) },
        }),
      ).toMatch(/^verify_took_part -> /);
    }
  });

  it("L07: an official in charge who is of the team and took part never verifies it, after however long", () => {
    const took = {
      claim: { participants: participants("helper", "official") },
      waitedMs: OFFICE_AFTER_MS * 100,
    };
    expect(answer({ ...took, caller: OFFICIAL })).toBe("verify_took_part -> leader");
    expect(answer({ ...took, caller: OFFICIAL, rights: ["leader", "official_in_charge", "office"] })).toBe(
      "verify_took_part -> leader",
    );
    expect(answer({ ...took, caller: OFFICE })).toBe("office");
  });

  it("whoever typed it from a paper sheet", () => {
    expect(answer({ caller: DEPUTY, waitedMs: OFFICE_AFTER_MS, claim: { enteredBy: "deputy" } })).toBe(
      "verify_typed_by_you -> leader",
    );
  });

  it("somebody of the household of one who did it; no household at all is no household in common", () => {
    expect(answer({ caller: checker("leader", "leader", "h1") })).toBe("verify_same_household -> deputy");
    expect(answer({ caller: LEADER, claim: { participants: participants("helper", "x", null) } })).toBe(
      "leader",
    );
  });

  it("from the device it was sent from; two unknown devices are not the same", () => {
    expect(answer({ caller: LEADER, deviceId: "phone" })).toMatch(/^verify_same_device/);
    expect(answer({ caller: LEADER, deviceId: "phone of another" })).toMatch(/^verify_same_device/);
    expect(answer({ caller: LEADER, deviceId: null, claim: { deviceIds: [] } })).toBe("leader");
  });
});

describe("whose turn it is", () => {
  it.each<[VerifyRole, Checker, number, string]>([
    ["leader", LEADER, 0, "leader"],
    ["deputy", DEPUTY, DEPUTY_AFTER_MS - 1, "verify_not_yet -> leader"],
    ["deputy", DEPUTY, DEPUTY_AFTER_MS, "deputy"],
    ["official_in_charge", OFFICIAL, OFFICE_AFTER_MS - 1, "verify_not_yet -> leader"],
    ["official_in_charge", OFFICIAL, OFFICE_AFTER_MS, "official_in_charge"],
    ["office", OFFICE, OFFICE_AFTER_MS - 1, "verify_not_yet -> leader"],
    ["office", OFFICE, OFFICE_AFTER_MS, "office"],
  ])("A14, A15: the %s (%o) after %d ms: %s", (_role, caller, waitedMs, expected) => {
    expect(answer({ caller, waitedMs })).toBe(expected);
  });

  it("a stand-in decides as the leader would, and the deputy waits for them too", () => {
    const delegate = checker("stand-in", "delegate");
    const checkers = [delegate, DEPUTY, OFFICE];
    expect(answer({ caller: delegate, checkers })).toBe("delegate");
    expect(answer({ caller: DEPUTY, checkers })).toBe("verify_not_yet -> delegate");
  });

  it("a team without a leader is the deputy's and the office's at once", () => {
    expect(answer({ caller: DEPUTY, checkers: [DEPUTY, OFFICE] })).toBe("deputy");
    expect(answer({ caller: OFFICE, checkers: [DEPUTY, OFFICE] })).toBe("office");
  });

  it("somebody of another team has no right, and learns whose it is", () => {
    expect(answer({ caller: checker("other", "leader"), rights: [] })).toBe("verify_not_yours -> leader");
  });
});

describe("corrections", () => {
  it("are decided by the same strangers to the claim, without waiting for a turn", () => {
    expect(mayCorrect(facts({ caller: OFFICE }))).toMatchObject({ ok: true, value: { as: "office" } });
    expect(mayCorrect(facts({ caller: OFFICE, claim: { enteredBy: "office" } }))).toMatchObject({
      code: "verify_typed_by_you",
    });
  });
});
