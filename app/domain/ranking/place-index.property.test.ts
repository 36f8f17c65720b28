import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { PlaceIndex } from "./place-index.ts";
import { rankByLadder } from "./rank.ts";

const anyPoints = fc.oneof(
  fc.integer({ min: -3, max: 6 }),
  fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
);
const anyStory = fc
  .array(anyPoints, { minLength: 1, maxLength: 40 })
  .chain((points) =>
    fc.tuple(
      fc.constant(points),
      fc.array(fc.tuple(fc.integer({ min: 0, max: points.length - 1 }), anyPoints), { maxLength: 30 }),
    ),
  );

/** As boards rank: by sorting everything anew. */
function byLadder(points: readonly number[]) {
  const rows = points.map((each, member) => ({ member, points: each }));
  const ladder = [{ key: "points", measure: (row: (typeof rows)[number]) => row.points }];
  return rankByLadder(rows, ladder, ({ member }) => String(member).padStart(6, "0"));
}

describe("an index of places", () => {
  test.prop([anyStory])("ranks and orders as sorting does, after any moves", ([points, moves]) => {
    const index = new PlaceIndex(points);
    const now = [...points];
    for (const [member, value] of moves) {
      index.move(member, value);
      now[member] = value;
    }
    const sorted = byLadder(now);
    expect(index.slice(0, now.length)).toEqual(sorted.map(({ member }) => member));
    for (const [position, { member, rank }] of sorted.entries()) {
      expect(index.rankOf(member)).toBe(rank);
      expect(index.positionOf(member)).toBe(position);
    }
  });

  test.prop([anyStory, fc.integer({ min: -2, max: 45 }), fc.integer({ min: 0, max: 12 })])(
    "any part of it is that part of the whole",
    ([points], from, count) => {
      const index = new PlaceIndex(points);
      const whole = index.slice(0, points.length);
      expect(index.slice(from, from + count)).toEqual(
        whole.slice(Math.max(0, from), Math.max(0, from + count)),
      );
    },
  );
});
