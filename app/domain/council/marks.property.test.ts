import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { villageFacts } from "../../../tests/support/year-facts.ts";
import { checkCriteriaSheet } from "../year/check-criteria-sheet.ts";
import type { CriteriaSheet, VoteStep } from "../year/criteria-sheet.ts";
import { compare, divide, exact, readExact } from "../year/exact.ts";
import { scoreReview } from "../year/score-review.ts";
import {
  judgeMark,
  marksOf,
  missingMarks,
  type Seat,
  type StandingMark,
  sumMarks,
  votedCriteria,
} from "./marks.ts";

const sheetOf = (maximum: number, step: VoteStep): CriteriaSheet => ({
  total: 10_000,
  groups: [
    {
      key: "all",
      title: "Tất cả",
      criteria: [
        {
          key: "voice",
          title: "Hội đồng",
          explanation: "",
          maximum,
          nature: "part",
          measure: { by: "vote", step },
        },
        {
          key: "paper",
          title: "Văn bản",
          explanation: "",
          maximum: 10_000 - maximum,
          nature: "part",
          measure: { by: "document" },
        },
      ],
    },
  ],
  bands: [{ key: "all", title: "Hoàn thành", from: 0, conditions: [] }],
  ties: [],
  quota: 2_000,
  clusters: [],
});

const seats: readonly Seat[] = ["a", "b", "c", "d", "e"].map((memberId) => ({ memberId, ownVillages: [] }));
const sheet = sheetOf(1_000, 50);
const mark = fc.integer({ min: 0, max: 20 }).map((steps) => steps * 50);
const anyMarks = fc.tuple(...seats.map(() => fc.option(mark)), fc.integer({ min: 1, max: 3 })).map((drawn) =>
  seats.map(
    ({ memberId }, index): StandingMark => ({
      memberId,
      villageId: 1,
      criterionKey: "voice",
      points: drawn[index] ?? null,
    }),
  ),
);

function pointsOf(marks: readonly StandingMark[], all: readonly Seat[] = seats) {
  const votes = sumMarks(marks, all).get(1);
  const told = { paper: { points: 4_000, document: "1/BB" } };
  const facts = [
    villageFacts({ told, ...(votes ? { votes } : {}) }),
    // Another place was marked by somebody, so that the criterion was run.
    villageFacts({
      villageId: 2,
      name: "Thôn Hai",
      told,
      votes: { voice: { sum: 500, votes: 1, voters: 5 } },
    }),
  ];
  const village = scoreReview(sheet, facts).find(({ villageId }) => villageId === 1);
  const found = village?.criteria.find(({ key }) => key === "voice");
  if (!village || !found) throw new Error("the criterion is gone");
  return { ...found, village };
}

describe("K06: a criterion by vote", () => {
  test.prop([anyMarks])("counts the exact mean of the marks that were given", (marks) => {
    const given = marks.flatMap(({ points }) => (points === null ? [] : [points]));
    const { state, points } = pointsOf(marks);
    if (given.length === 0) {
      expect(state).toBe("no_data");
      return;
    }
    const sum = given.reduce((all, each) => all + each, 0);
    expect(compare(readExact(points), divide(exact(sum), exact(given.length)))).toBe(0);
  });

  test.prop([anyMarks, fc.nat({ max: 4 })])(
    "takes a missing mark for missing, never for nought",
    (marks, who) => {
      const without = marks.map((each, index) => (index === who ? { ...each, points: null } : each));
      const left = without.filter(({ points }) => points !== null).map((each) => each.points ?? 0);
      const { state, points, working } = pointsOf(without);
      if (left.length === 0) {
        expect(state).toBe("no_data");
        return;
      }
      expect(working).toMatchObject({ kind: "votes", votes: left.length, voters: 5 });
      expect(compare(readExact(points), exact(Math.min(...left)))).toBeGreaterThanOrEqual(0);
    },
  );

  test.prop([anyMarks, fc.nat({ max: 4 })])("never lowers a score for a higher mark", (marks, who) => {
    const chosen = marks[who];
    if (chosen === undefined || chosen.points === null || chosen.points === 1_000) return;
    const higher = marks.map((each) =>
      each === chosen ? { ...each, points: (each.points ?? 0) + 50 } : each,
    );
    const [before, after] = [pointsOf(marks).village.exact, pointsOf(higher).village.exact];
    expect(compare(readExact(after), readExact(before))).toBe(1);
  });

  test.prop([anyMarks, fc.integer()])("is the same in whatever order marks come in", (marks, seed) => {
    const mixed = [...marks].sort(
      (left, right) =>
        ((left.memberId.charCodeAt(0) * seed) % 7) - ((right.memberId.charCodeAt(0) * seed) % 7),
    );
    expect(pointsOf(mixed)).toEqual(pointsOf(marks));
  });

  test.prop([fc.integer({ min: 1, max: 10_000 }), fc.constantFrom<VoteStep>(100, 50)])(
    "offers few enough marks to tap one, the whole maximum among them, or the sheet is refused",
    (maximum, step) => {
      const wide = sheetOf(maximum, step);
      const refused = checkCriteriaSheet(wide).some(({ code }) => code === "sheet_vote_step_does_not_fit");
      const [criterion] = votedCriteria(wide);
      if (criterion === undefined) throw new Error("the criterion is gone");
      const marks = marksOf(criterion);
      expect(refused).toBe(marks.at(-1) !== maximum || marks.length > 41);
    },
  );
});

describe("T6: a mark", () => {
  const [criterion] = votedCriteria(sheet);
  const known = {
    review: { state: "open" as const, lockedBy: null, lockedAt: null },
    criterion,
    village: "Thôn Một",
    seat: { memberId: "a", ownVillages: [2] },
  };
  const judge = (villageId: number, points: number | null, change: Partial<typeof known> = {}) =>
    judgeMark({ villageId, points }, { ...known, ...change });

  it("is given by who sits on the council, for a village one does not work for, before the lock", () => {
    expect(judge(1, 950)).toEqual({ ok: true, value: null });
    expect(judge(1, null)).toEqual({ ok: true, value: null });
    expect(judge(2, 950)).toMatchObject({ code: "mark_own_village" });
    expect(judgeMark({ villageId: 1, points: 50 }, { ...known, seat: null })).toMatchObject({
      code: "mark_no_seat",
    });
    const locked = { state: "locked" as const, lockedBy: "Lò Thị Mơ", lockedAt: 5 };
    expect(judgeMark({ villageId: 1, points: 50 }, { ...known, review: locked })).toMatchObject({
      code: "review_locked",
      by: "Lò Thị Mơ",
    });
    for (const points of [25, -50, 1_050])
      expect(judge(1, points)).toMatchObject({ code: "mark_not_on_scale" });
  });

  it("that is missing is told with its member, and a member is not asked for the own village", () => {
    const marks = [{ memberId: "a", villageId: 1, criterionKey: "voice", points: 50 }];
    const two: Seat[] = [
      { memberId: "a", ownVillages: [2] },
      { memberId: "b", ownVillages: [] },
    ];
    expect(missingMarks([{ key: "voice" }], [1, 2], two, marks)).toEqual([
      { memberId: "a", given: 1, asked: 1 },
      { memberId: "b", given: 0, asked: 2 },
    ]);
    expect(sumMarks([{ ...marks[0], villageId: 2, memberId: "b" } as StandingMark], two).get(2)).toEqual({
      voice: { sum: 50, votes: 1, voters: 1 },
    });
  });
});
