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

  test.prop([fc.integer({ min: 1, max: 9_999 }), fc.integer({ min: 1, max: 50 })], { numRuns: 5 })(
    "holds when thousands crowd into one place, and leave it again",
    (stride, width) => {
      const now = Array.from({ length: 10_000 }, (_, member) => (member * 7_919) % 40_009);
      const index = new PlaceIndex(now);
      const moveTo = (member: number, points: number) => {
        index.move(member, points);
        now[member] = points;
      };
      const isAsSorted = () => {
        const sorted = byLadder(now);
        expect(index.slice(0, now.length)).toEqual(sorted.map(({ member }) => member));
        expect(sorted.filter(({ member, rank }) => index.rankOf(member) !== rank)).toEqual([]);
      };
      for (let step = 0; step < 9_000; step++) moveTo((step * stride) % 10_000, 20_000 + (step % width));
      isAsSorted();
      for (let member = 0; member < 10_000; member++) moveTo(member, member % 2 === 0 ? -member : 50_000);
      isAsSorted();
    },
  );
});
