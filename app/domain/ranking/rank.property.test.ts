import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { rankByLadder } from "./rank.ts";

interface Row {
  readonly id: string;
  readonly points: number;
  readonly coverage: number;
}
const ladder = [
  { key: "points", measure: (row: Row) => row.points },
  { key: "coverage", measure: (row: Row) => row.coverage },
];
const rank = (rows: readonly Row[]) => rankByLadder(rows, ladder, ({ id }) => id);
const anyRows = fc.uniqueArray(
  fc.record({
    id: fc.string({ minLength: 1, maxLength: 3 }),
    points: fc.integer({ min: -3, max: 5 }),
    coverage: fc.integer({ min: 0, max: 2 }),
  }),
  { selector: ({ id }) => id, maxLength: 30 },
);

describe("ranks", () => {
  it("are 1, 2, 2, 4", () => {
    const rows = [10, 30, 20, 20].map((points, index) => ({ id: `${index}`, points, coverage: 0 }));
    expect(rank(rows).map((row) => [row.id, row.rank])).toEqual([
      ["1", 1],
      ["2", 2],
      ["3", 2],
      ["0", 4],
    ]);
  });

  it("go down the ladder before they are shared", () => {
    const rows = [
      { id: "a", points: 5, coverage: 1 },
      { id: "b", points: 5, coverage: 2 },
    ];
    expect(rank(rows).map((row) => row.id)).toEqual(["b", "a"]);
  });

  test.prop([
    anyRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    ),
  ])("do not depend on the order in which rows come", ([rows, shuffled]) => {
    expect(rank(shuffled)).toEqual(rank(rows));
  });

  test.prop([anyRows])("are one more than the number of those who are better", (rows) => {
    for (const row of rank(rows)) {
      const better = rows.filter(
        (other) =>
          other.points > row.points || (other.points === row.points && other.coverage > row.coverage),
      );
      expect(row.rank).toBe(better.length + 1);
    }
  });
});
