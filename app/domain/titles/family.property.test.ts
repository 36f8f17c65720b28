import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { familyState, judgeCheck, scoreFamily } from "./family.ts";
import { termStateOf, titleOf, validUntilOf } from "./title-definition.ts";

const day = (text: string) => text as LocalDate;
const TODAY = day("2026-11-20");
const RULE = {
  checklist: Array.from({ length: 9 }, (_, at) => `mục ${at + 1}`),
  checklistLeast: 6,
  required: [1, 2, 3],
};

describe("the checklist of a digital family", () => {
  it("D02: six of nine with the first three; neither five, nor six without one of the three", () => {
    expect(scoreFamily([1, 2, 3, 4, 5, 6], RULE).isEnough).toBe(true);
    expect(scoreFamily([1, 2, 3, 4, 5], RULE).isEnough).toBe(false);
    expect(scoreFamily([1, 2, 4, 5, 6, 7, 8, 9], RULE)).toMatchObject({
      met: 8,
      missing: [3],
      isEnough: false,
    });
  });

  it("counts an item once and no item that is not on the list, in any order; more never makes it less", () => {
    const items = fc.array(fc.integer({ min: -2, max: 14 }), { maxLength: 20 });
    fc.assert(
      fc.property(items, fc.integer({ min: 1, max: 9 }), (some, more) => {
        const score = scoreFamily(some, RULE);
        expect(scoreFamily([...some, ...some].reverse(), RULE)).toEqual(score);
        expect(score.met).toBeLessThanOrEqual(9);
        if (score.isEnough) expect(scoreFamily([...some, more], RULE).isEnough).toBe(true);
      }),
    );
  });

  it("D02: is confirmed by somebody other than whoever wrote it down, and by nobody of the household", () => {
    const declared = { items: [1, 2, 3], recordedBy: "lan", householdId: "h1", isChecked: false };
    const leader = { accountId: "leader", householdId: "h2" };
    expect(judgeCheck(declared, [1, 2], leader).ok).toBe(true);
    expect(judgeCheck(declared, [1, 4], leader)).toMatchObject({ code: "family_items_not_declared" });
    expect(judgeCheck(declared, [1], { accountId: "lan", householdId: null })).toMatchObject({
      code: "family_own_record",
    });
    expect(judgeCheck(declared, [1], { accountId: "x", householdId: "h1" })).toMatchObject({
      code: "family_own_household",
    });
    expect(judgeCheck({ ...declared, isChecked: true }, [1], leader)).toMatchObject({
      code: "family_checked_already",
    });
  });
});

describe("the year of a title", () => {
  it.each([
    ["2026-11-20", "2027-11-19"],
    ["2026-01-01", "2026-12-31"],
    ["2024-02-29", "2025-02-27"],
  ])("one of %s is worn until %s", (earned, until) => {
    expect(validUntilOf(day(earned), 12)).toBe(until);
  });

  it.each([
    ["2026-12-21", "in_force"],
    ["2026-12-20", "due"],
    ["2026-11-20", "due"],
    ["2026-11-19", "expired"],
  ])("D02: one that ends on %s is, on 20 November, %s", (until, expected) => {
    expect(termStateOf(day(until), TODAY)).toBe(expected);
  });

  it("D02: a household under re-check shows what is under way, and keeps what it has where it falls short", () => {
    const award = { validUntil: day("2026-12-01"), isRevoked: false, isOfLatest: true };
    const known = { isChecked: true, isEnough: true };
    expect(familyState({ declaration: known, award }, TODAY)).toBe("due");
    const again = { ...award, isOfLatest: false };
    expect(familyState({ declaration: { isChecked: false, isEnough: true }, award: again }, TODAY)).toBe(
      "declared",
    );
    expect(familyState({ declaration: known, award: again }, TODAY)).toBe("confirmed");
    expect(familyState({ declaration: { isChecked: true, isEnough: false }, award: again }, TODAY)).toBe(
      "due",
    );
    expect(familyState({ declaration: known, award: { ...award, isRevoked: true } }, TODAY)).toBe("revoked");
    expect(familyState({ declaration: null, award: null }, TODAY)).toBe("none");
  });
});

describe("a stored definition", () => {
  it("is read whole, and what it leaves out is the proposal's", () => {
    const award = { by: "people", approvals: 2, checklist: [], checklistLeast: 0 };
    expect(titleOf("digital-ambassador", 1, { name: "Đại sứ số", award, termMonths: 12 })).toMatchObject({
      mentees: [5, 10, 20],
      approvals: 2,
      termMonths: 12,
    });
    expect(titleOf("digital-ambassador", 2, { award: { ...award, mentees: [8] } })?.mentees).toEqual([8]);
    expect(titleOf("exemplary-member", 2, { award: { ...award, approvals: 1 } })?.approvals).toBe(2);
    expect(titleOf("first-hand", 1, { award: { by: "rule" } })).toBeNull();
    expect(titleOf("digital-family", 1, "no object")).toBeNull();
  });
});
