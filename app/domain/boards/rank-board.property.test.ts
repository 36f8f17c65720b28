import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { Board, BoardFigures, BoardSubject } from "./board.ts";
import { cutBoard, gapToNext, ownRow, rowsFor } from "./cut-board.ts";
import { bandOf, rankBoard, ranksOf, showsRank } from "./rank-board.ts";

const NOTHING = {
  people: null,
  target: null,
  households: null,
  householdsOf: null,
  youthPoints: 0,
  members: 1,
};

function figures(id: string, wish: Partial<BoardFigures> = {}): BoardFigures {
  return {
    id,
    name: id,
    detail: null,
    points: 0,
    attainment: null,
    measures: NOTHING,
    isHidden: false,
    ...wish,
  };
}

const anyFigures = fc.uniqueArray(
  fc
    .record({
      id: fc.string({ minLength: 1, maxLength: 3 }),
      points: fc.integer({ min: -2, max: 6 }),
      attainment: fc.option(fc.integer({ min: 0, max: 3 }), { nil: null }),
      isHidden: fc.boolean(),
    })
    .map(({ id, ...rest }) => figures(id, rest)),
  { selector: ({ id }) => id, maxLength: 40 },
);
const anySubject = fc.constantFrom<BoardSubject>("member", "team", "village", "youth_cell", "union");

/** Says the ranks another way: one more than the number of those who are strictly better. */
function oracle(rows: readonly BoardFigures[], subject: BoardSubject): Map<string, number> {
  const isMeasured = subject === "team" || subject === "village";
  const known = rows.filter((row) => !isMeasured || row.attainment !== null);
  const isBetter = (a: BoardFigures, b: BoardFigures) => {
    if (!isMeasured) return a.points > b.points;
    if (a.attainment !== b.attainment) return (a.attainment ?? 0) > (b.attainment ?? 0);
    return subject === "team" && a.points > b.points;
  };
  return new Map(known.map((row) => [row.id, 1 + known.filter((other) => isBetter(other, row)).length]));
}

function boardOf(rows: readonly BoardFigures[], subject: BoardSubject): Pick<Board, "rows" | "hidden"> {
  const isMeasured = subject === "team" || subject === "village";
  const fitting = rows.map((row) => ({ ...row, attainment: isMeasured ? row.attainment : null }));
  const all = rankBoard(fitting, subject, new Map());
  return { rows: all.filter((row) => !row.isHidden), hidden: all.filter((row) => row.isHidden) };
}

/** Small numbers out of a seed, so that a failure can be run again. */
function dice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * sides);
  };
}

describe("a board", () => {
  it("rule 7: ranks 10,000 random ledgers as an independent count of the better ones does, ties included", () => {
    const roll = dice(20_261_121);
    const subjects: readonly BoardSubject[] = ["member", "team", "village", "youth_cell", "union"];
    for (let round = 0; round < 10_000; round++) {
      const subject = subjects[roll(subjects.length)] ?? "member";
      const members = 1 + roll(12);
      const points = new Map<string, number>();
      for (let line = roll(30); line > 0; line--) {
        const id = `m${roll(members)}`;
        points.set(id, (points.get(id) ?? 0) + 134 * (roll(4) - 1));
      }
      const rows = [...points].map(([id, sum]) =>
        figures(id, { points: sum, attainment: roll(5) === 0 ? null : roll(4) * 2_500 }),
      );
      expect(ranksOf(rows, subject)).toEqual(oracle(rows, subject));
    }
  });

  test.prop([
    anyFigures.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    ),
    anySubject,
  ])("does not depend on the order in which rows come", ([rows, shuffled], subject) => {
    expect(rankBoard(shuffled, subject, new Map())).toEqual(rankBoard(rows, subject, new Map()));
  });

  test.prop([anyFigures, anySubject, fc.nat(45)])(
    "shows the first ten and the rows around me out of the very rows of the whole board",
    (rows, subject, at) => {
      const board = boardOf(rows, subject);
      const ownId = rows[at]?.id ?? null;
      const whole = rowsFor(board, ownId);
      const { top, around, left } = cutBoard(board, ownId);
      const shown = [...top, ...around];
      expect(whole.filter((row) => shown.includes(row))).toEqual(shown);
      expect(shown.length + left).toBe(whole.length);
      expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
      if (ownId !== null) expect(shown.map(({ id }) => id)).toContain(ownId);
      expect(shown.filter((row) => row.isHidden && row.id !== ownId)).toEqual([]);
    },
  );

  test.prop([anyFigures, anySubject])(
    "puts a hidden row back where it stands, for its owner alone",
    (rows, subject) => {
      const board = boardOf(rows, subject);
      const all = [...board.rows, ...board.hidden];
      for (const row of board.hidden) {
        const ids = rowsFor(board, row.id).map(({ id }) => id);
        const inOrder = rankBoard(all, subject, new Map()).filter(
          (each) => !each.isHidden || each.id === row.id,
        );
        expect(ids).toEqual(inOrder.map(({ id }) => id));
        expect(ownRow(board, row.id)).toEqual(row);
      }
    },
  );

  test.prop([anyFigures, anySubject])(
    "names the nearest better place as the gap, and none to the first",
    (rows, subject) => {
      const board = boardOf(rows, subject);
      const ranked = [...board.rows, ...board.hidden];
      for (const row of ranked) {
        const gap = gapToNext(board, row.id);
        const better = ranked.flatMap(({ rank }) =>
          rank !== null && row.rank !== null && rank < row.rank ? [rank] : [],
        );
        expect(gap?.rank ?? null).toBe(better.length === 0 ? null : Math.max(...better));
        if (gap) expect(gap.difference).toBeGreaterThanOrEqual(0);
      }
    },
  );

  it("T7, rule 9: shows no rank below the middle, and none without data", () => {
    const rows = rankBoard(
      [40, 30, 20, 10].map((attainment, index) => figures(`${index}`, { attainment })).concat(figures("x")),
      "village",
      new Map([["1", 4]]),
    );
    expect(rows.map((row) => [row.id, row.rank, row.band, showsRank(row)])).toEqual([
      ["0", 1, "leading", true],
      ["1", 2, "upper", true],
      ["2", 3, "growing", false],
      ["3", 4, "starting", false],
      ["x", null, null, false],
    ]);
    expect(rows[1]?.movement).toEqual({ kind: "up", places: 2 });
    expect(rows[0]?.movement).toEqual({ kind: "new" });
    expect(bandOf(1, 1)).toBe("leading");
  });

  it("K01: a large village's volume never outranks a small one's attainment, and its points part no tie", () => {
    const rows = rankBoard(
      [
        figures("large", { points: 90_000, attainment: 6_000 }),
        figures("small", { points: 900, attainment: 6_100 }),
        figures("equal", { points: 10, attainment: 6_000 }),
      ],
      "village",
      new Map(),
    );
    expect(rows.map(({ id, rank }) => [id, rank])).toEqual([
      ["small", 1],
      ["equal", 2],
      ["large", 2],
    ]);
  });
});
