import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compare, readExact } from "../year/exact.ts";
import { type ProvinceVillage, rankProvince } from "./year-standing.ts";

const villages: fc.Arbitrary<ProvinceVillage[]> = fc.array(
  fc.record({
    province: fc.constant("Hòa Lạc"),
    commune: fc.constantFrom("Suối Mơ", "Đồi Cọ"),
    village: fc.string(),
    sheetTitle: fc.constant("Bảng điểm"),
    sheetSha256: fc.constant("a"),
    peers: fc.constantFrom("a", "b"),
    exact: fc
      .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 3 }))
      .map(([above, below]) => `${above}/${below}`),
    score: fc.integer(),
    band: fc.constant("Khá"),
    ownRank: fc.integer({ min: 1, max: 9 }),
  }),
  { maxLength: 40 },
);

describe("the ranking of a province's villages", () => {
  it("K01: ranks 1 2 2 4 on exact scores and never one sheet against another", () => {
    fc.assert(
      fc.property(villages, (rows) => {
        const ranked = rankProvince(rows);
        expect(ranked).toHaveLength(rows.length);
        for (const row of ranked) {
          const better = rows.filter(
            ({ peers, exact }) => peers === row.peers && compare(readExact(exact), readExact(row.exact)) > 0,
          );
          expect(row.rank).toBe(better.length + 1);
        }
        const sheets = ranked.map(({ peers }) => peers);
        expect(sheets.filter((sheet, index) => sheet !== sheets[index - 1]).length).toBe(
          new Set(sheets).size,
        );
      }),
    );
  });
});
