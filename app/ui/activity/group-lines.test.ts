import { expect, it } from "vitest";
import { groupLines } from "./group-lines.ts";

const line = (seq: number, points: number, change: object = {}) => ({
  seq,
  kind: "award" as const,
  points,
  isAdjustment: false,
  isCorrection: false,
  claimId: "c1",
  ...change,
});

it("tells what is the same once, keeps corrections apart, and loses no point", () => {
  const lines = [
    line(1, 300),
    line(2, 300),
    line(3, -300, { isCorrection: true }),
    line(4, 400, { claimId: "c2" }),
  ];
  const groups = groupLines(lines, ({ claimId }) => claimId);
  expect(groups.map(({ count, points }) => [count, points])).toEqual([
    [2, 600],
    [1, -300],
    [1, 400],
  ]);
});
