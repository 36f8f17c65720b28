import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { addDays, type LocalDate } from "../calendar/local-date.ts";
import { coversDay, overlap, teamRoles } from "../people/membership.ts";
import {
  judgeUnitChange,
  MOST_PARTS,
  renameAfterPlace,
  type StandingUnit,
  UNIT_CHANGE_KINDS,
  type WantedUnitChange,
} from "./unit-change.ts";
import { type MovingTime, moveMemberships } from "./unit-change-moves.ts";

const TODAY = "2026-11-20" as LocalDate;
const day = (text: string) => text as LocalDate;

const unit = (id: number, wish: Partial<StandingUnit> = {}): StandingUnit => ({
  id,
  name: `Thôn ${id}`,
  from: day("2020-01-01"),
  until: null,
  place: "commune",
  ...wish,
});
const UNITS = [unit(1), unit(2), unit(3), unit(4, { until: day("2025-06-30") })];
const MERGE: WantedUnitChange = {
  kind: "merge",
  oldIds: [1, 2],
  newNames: ["Thôn Đông"],
  effectiveOn: day("2026-07-01"),
  decisionNumber: "12/nq-hđnd",
  decisionDate: day("2026-06-20"),
};

describe("A26: a change of units is judged before anything moves", () => {
  it("a merger by decision closes the old ones the day before", () => {
    expect(judgeUnitChange(MERGE, UNITS, TODAY)).toMatchObject({
      ok: true,
      value: {
        lastDay: "2026-06-30",
        decisionNumber: "12/NQ-HĐND",
        parts: [
          { oldId: 1, newIndex: 0 },
          { oldId: 2, newIndex: 0 },
        ],
      },
    });
  });

  it.each<[string, Partial<WantedUnitChange>, string]>([
    ["one village alone", { oldIds: [1] }, "unit_change_needs_old"],
    ["one village named twice", { oldIds: [1, 1] }, "unit_change_needs_old"],
    ["two new names", { newNames: ["A", "B"] }, "unit_change_needs_new"],
    ["a village that ended", { oldIds: [1, 4] }, "unit_not_standing"],
    ["a village of elsewhere", { oldIds: [1, 99] }, "unit_not_standing"],
    [
      "on the very first day of one",
      { effectiveOn: day("2020-01-01"), decisionDate: day("2019-12-01") },
      "unit_change_before_start",
    ],
    ["a day that has not come", { effectiveOn: day("2026-11-21") }, "unit_change_in_future"],
    ["before its decision", { decisionDate: day("2026-07-02") }, "unit_change_before_decision"],
    ["no number", { decisionNumber: "quyết định" }, "unit_decision_malformed"],
    ["a name that stands", { newNames: ["thôn 3"] }, "unit_name_taken"],
    [
      "a split into two of one name",
      { kind: "split", oldIds: [1], newNames: ["Hoà", "hòa"] },
      "unit_name_taken",
    ],
    ["a rename to the same", { kind: "rename", oldIds: [1], newNames: ["Thôn 1"] }, "unit_name_unchanged"],
  ])("%s is refused", (_, wish, code) => {
    expect(judgeUnitChange({ ...MERGE, ...wish }, UNITS, TODAY)).toMatchObject({ ok: false, code });
  });

  it("a merged village may keep the name of one that goes into it, and an ended one's name is free", () => {
    expect(judgeUnitChange({ ...MERGE, newNames: ["Thôn 1"] }, UNITS, TODAY).ok).toBe(true);
    expect(judgeUnitChange({ ...MERGE, newNames: ["Thôn 4"] }, UNITS, TODAY).ok).toBe(true);
  });

  it("teams of two places never become one", () => {
    const teams = [unit(1, { place: "village:1" }), unit(2, { place: "village:2" })];
    expect(judgeUnitChange(MERGE, teams, TODAY)).toMatchObject({ code: "units_of_different_places" });
  });

  it("a team named for its village is named for the new one", () => {
    expect(renameAfterPlace("Tổ CNSCĐ Thôn 1", "Thôn 1", "Thôn Đông")).toBe("Tổ CNSCĐ Thôn Đông");
    expect(renameAfterPlace("Tổ Hoa Ban", "Thôn 1", "Thôn Đông")).toBe("Tổ Hoa Ban");
  });

  const wanted = fc.record({
    kind: fc.constantFrom(...UNIT_CHANGE_KINDS),
    oldIds: fc.array(fc.integer({ min: 1, max: 9 }), { maxLength: 8 }),
    newNames: fc.array(fc.constantFrom("A", "B", "C", "Thôn 2", "Thôn 9"), { maxLength: 8 }),
    effectiveOn: fc.nat(3000).map((days) => addDays(day("2019-06-01"), days)),
    decisionDate: fc.constant(day("2019-01-01")),
    decisionNumber: fc.constant("1/QĐ"),
  });
  const standing = fc.uniqueArray(
    fc.record({ id: fc.integer({ min: 1, max: 9 }), days: fc.nat(2000), ended: fc.boolean() }),
    { selector: ({ id }) => id },
  );
  test.prop([wanted, standing])(
    "whatever was accepted: the parts cover every old and new unit, and the old keep at least a day",
    (change, rows) => {
      const units = rows.map(({ id, days, ended }) => {
        const from = addDays(day("2019-01-01"), days);
        return unit(id, { from, until: ended ? addDays(from, 10) : null });
      });
      const verdict = judgeUnitChange(change, units, TODAY);
      if (!verdict.ok) return;
      const { parts, old, newNames, lastDay, effectiveOn } = verdict.value;
      expect(new Set(parts.map(({ oldId }) => oldId))).toEqual(new Set(change.oldIds));
      expect(new Set(parts.map(({ newIndex }) => newIndex)).size).toBe(newNames.length);
      expect(new Set(parts.map(({ oldId, newIndex }) => `${oldId}/${newIndex}`)).size).toBe(parts.length);
      expect(parts.length).toBeLessThanOrEqual(MOST_PARTS);
      for (const { from, until } of old) {
        // A unit that ended is never taken up again, so what follows from what can never run in a circle.
        expect(until).toBeNull();
        expect(from <= lastDay && lastDay < effectiveOn && effectiveOn <= TODAY).toBe(true);
      }
    },
  );
});

describe("A26: memberships move with the date", () => {
  const EFFECTIVE = day("2026-07-01");
  const firstDay = day("2026-01-01");
  const time = fc.record({
    memberId: fc.constantFrom("an", "bình", "chi"),
    teamId: fc.constantFrom("1", "2", "3"),
    role: fc.constantFrom(...teamRoles),
    start: fc.nat(400),
    length: fc.option(fc.nat(300), { nil: null }),
  });
  /** As the database holds them: no person twice in one team on one day. */
  const times = fc.array(time, { maxLength: 14 }).map((rows) => {
    const kept: MovingTime[] = [];
    for (const [index, { start, length, ...row }] of rows.entries()) {
      const from = addDays(firstDay, start);
      const one = { ...row, id: `m${index}`, from, until: length === null ? null : addDays(from, length) };
      const clash = kept.some(
        (other) => other.memberId === one.memberId && other.teamId === one.teamId && overlap(one, other),
      );
      if (!clash) kept.push(one);
    }
    return kept;
  });
  const anyDay = fc.nat(800).map((days) => addDays(firstDay, days));

  test.prop([times, anyDay])(
    "after a merger everybody is in a team on exactly the days they were before",
    (rows, on) => {
      const { closes, withdraws, opens } = moveMemberships(rows, () => "new", EFFECTIVE);
      const after = [
        ...rows
          .filter(({ id }) => !withdraws.includes(id))
          .map((row) => ({ ...row, until: closes.find(({ id }) => id === row.id)?.until ?? row.until })),
        ...opens,
      ];
      for (const memberId of ["an", "bình", "chi"]) {
        const isIn = (list: readonly (typeof after)[number][]) =>
          list.some((row) => row.memberId === memberId && coversDay(row, on));
        expect(isIn(after)).toBe(isIn(rows as typeof after));
        const inNew = opens.filter((row) => row.memberId === memberId && coversDay(row, on));
        expect(inNew.length).toBeLessThanOrEqual(1);
        if (on < EFFECTIVE) expect(inNew).toEqual([]);
        // Nobody stays in a team that is no more.
        if (on >= EFFECTIVE)
          expect(
            after.filter((row) => row.memberId === memberId && coversDay(row, on) && row.teamId !== "new"),
          ).toEqual([]);
      }
    },
  );

  test.prop([times])("what lies wholly before the day is not touched", (rows) => {
    const moves = moveMemberships(rows, () => "new", EFFECTIVE);
    const touched = [...moves.closes.map(({ id }) => id), ...moves.withdraws];
    for (const row of rows) {
      if (row.until !== null && row.until < EFFECTIVE) expect(touched).not.toContain(row.id);
    }
  });

  it("who led one team and was a member of the other leads the new one, once", () => {
    const base = { memberId: "an", from: firstDay, until: null };
    const { opens } = moveMemberships(
      [
        { ...base, id: "b", teamId: "2", role: "member" },
        { ...base, id: "a", teamId: "1", role: "leader" },
      ],
      () => "new",
      EFFECTIVE,
    );
    expect(opens).toEqual([
      { fromId: "a", memberId: "an", teamId: "new", role: "leader", from: EFFECTIVE, until: null },
    ]);
  });
});
