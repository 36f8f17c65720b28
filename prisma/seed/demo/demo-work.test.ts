import { describe, expect, it } from "vitest";
import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { type DemoMember, type DemoPlace, inventWork, photographedOf } from "./demo-work.ts";

const day = (text: string) => text as LocalDate;
const members: DemoMember[] = [1, 2].flatMap((villageId) =>
  ["leader", "deputy", "member"].map((role, index) => ({
    memberId: `${villageId}-${index}`,
    teamId: villageId,
    villageId,
    role: role as DemoMember["role"],
  })),
);
const households = Array.from({ length: 80 }, (_, index) => ({
  id: `household-${index}`,
  villageId: 1 + (index % 2),
  slots: 3,
}));
const place: DemoPlace = { members, households, governmentServices: ["a"], socialServices: ["b"] };

describe("pictures of the demonstration", () => {
  it("each village has one evening at a known home in each window, and no picture is on two records", () => {
    const works = inventWork(place, day("2026-01-01"), day("2026-11-21"));
    const windows = [day("2026-07-01"), day("2026-08-01")];
    const chosen = photographedOf(members, works, windows);
    expect(chosen).toHaveLength(4);
    expect(new Set(chosen).size).toBe(4);
    for (const { content } of chosen) {
      expect(content.units.some(({ householdId }) => householdId !== null)).toBe(true);
      expect(
        windows.some((first) => first <= content.workDate && content.workDate < addDays(first, 30)),
      ).toBe(true);
    }
  });
});
