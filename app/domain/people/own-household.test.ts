import { describe, expect, it } from "vitest";
import { mayPlace } from "./own-household.ts";

const leader = { memberId: "leader", householdId: "h1" };
const son = { memberId: "son", householdId: "h1" };
const other = { memberId: "other", householdId: "h2" };

describe("who says where a member lives", () => {
  it("nobody says it of themselves, and nobody takes a member out of the household they share", () => {
    expect(mayPlace(leader, leader, "h2")).toEqual({ ok: false, code: "own_household_by_others" });
    expect(mayPlace(leader, leader, null)).toEqual({ ok: false, code: "own_household_by_others" });
    expect(mayPlace(leader, son, null)).toEqual({ ok: false, code: "own_household_shared_with_you" });
    expect(mayPlace(leader, son, "h2")).toEqual({ ok: false, code: "own_household_shared_with_you" });
  });

  it("anybody else of the team is placed, moved and taken out, and saying the same again changes nothing", () => {
    const homeless = { memberId: "new", householdId: null };
    expect(mayPlace(leader, homeless, "h1").ok).toBe(true);
    expect(mayPlace(leader, other, "h1").ok).toBe(true);
    expect(mayPlace(leader, other, null).ok).toBe(true);
    expect(mayPlace(leader, son, "h1").ok).toBe(true);
  });

  it("an officer who stands on no roster shares a household with nobody", () => {
    const officer = { memberId: null, householdId: null };
    expect(mayPlace(officer, son, null).ok).toBe(true);
    expect(mayPlace(officer, { memberId: "new", householdId: null }, "h2").ok).toBe(true);
  });
});
