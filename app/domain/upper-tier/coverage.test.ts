import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { type CommuneFigures, coverageOf, groupByTier, inOrderOfNames, summariseTier } from "./coverage.ts";
import { judgePlacement } from "./upper-unit.ts";

const figures = (wish: Partial<CommuneFigures>): CommuneFigures => ({
  communeId: 1,
  name: "xã Nậm Mười",
  province: "Tỉnh Thử",
  district: null,
  villages: 10,
  villagesWithTeam: 10,
  teams: 10,
  members: 60,
  verifiedThisMonth: null,
  lastSeal: null,
  ...wish,
});

describe("A07: coverage as an upper tier reads it", () => {
  it("A07: is the share of communes that have a team; nothing to cover is no figure, not zero", () => {
    expect(coverageOf(0, 0).basisPoints).toBeNull();
    expect(coverageOf(2, 3).basisPoints).toBe(6_666);
    const summary = summariseTier([figures({}), figures({ teams: 0, villagesWithTeam: 0, members: 0 })]);
    expect(summary.communes).toEqual({ part: 1, whole: 2, basisPoints: 5_000 });
    expect(summary.villages).toEqual({ part: 10, whole: 20, basisPoints: 5_000 });
    expect(summary.verifiedThisMonth).toBeNull();
  });

  it("A29: adds up only what communes have, and says how many do", () => {
    const summary = summariseTier([
      figures({ verifiedThisMonth: 0 }),
      figures({ verifiedThisMonth: 7 }),
      figures({}),
    ]);
    expect([summary.verifiedThisMonth, summary.communesWithFigures]).toEqual([7, 2]);
  });

  it("A29: puts names in the order of the language, communes right under the province before districts", () => {
    const names = [
      figures({ communeId: 1, name: "xã Đông" }),
      figures({ communeId: 2, name: "xã Ea" }),
      figures({ communeId: 3, name: "xã Dun" }),
      figures({ communeId: 4, name: "xã An", district: "Huyện Thử" }),
      figures({ communeId: 5, name: "xã Ẩn", province: "Tỉnh Đầu" }),
    ];
    expect(inOrderOfNames(names).map(({ communeId }) => communeId)).toEqual([5, 3, 1, 2, 4]);
  });

  it("A02: communes with and without a district stand beside each other", () => {
    const groups = groupByTier([
      figures({ communeId: 1 }),
      figures({ communeId: 2, district: "Huyện Cũ" }),
      figures({ communeId: 3 }),
    ]);
    expect(
      groups.map(({ district, communes }) => [district, communes.map(({ communeId }) => communeId)]),
    ).toEqual([
      [null, [1, 3]],
      ["Huyện Cũ", [2]],
    ]);
  });

  it("A02: a commune changes its unit from a day, and what was read under the old one stays", () => {
    const [june, july, today] = ["2025-06-01", "2025-07-01", "2026-11-20"].map(
      (text) => text as LocalDate,
    ) as [LocalDate, LocalDate, LocalDate];
    expect(judgePlacement(july, june, today)).toMatchObject({ value: { endsCurrentOn: "2025-06-30" } });
    expect(judgePlacement(june, june, today)).toMatchObject({ value: { endsCurrentOn: null } });
    expect(judgePlacement(june, july, today)).toMatchObject({ ok: false, code: "upper_before_current" });
    expect(judgePlacement("2026-11-21" as LocalDate, null, today)).toMatchObject({ code: "upper_in_future" });
  });
});
