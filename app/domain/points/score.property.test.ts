import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { doer, PROPOSED, unitOf, workOf } from "#tests/support/work-samples.ts";
import { addDays, type LocalDate } from "../calendar/local-date.ts";
import type { DueLine, VerifiedClaim } from "./line.ts";
import { type BookedKey, reconcile } from "./reconcile.ts";
import { dueLines, payAll } from "./score.ts";
import { nameOf, VerifiedSet } from "./verified-set.ts";

const MEMBERS = ["a", "b", "c", "d"] as const;
const teamOf = (memberId: string) => (memberId < "c" ? 1 : 2);
const firstDay = "2026-10-20" as LocalDate;

const unit = fc.record({
  person: fc.option(fc.nat(6), { nil: null }),
  serviceKey: fc.constantFrom(null, "birth", "tax"),
  outcome: fc.constantFrom("knows", "with_help", "proficient"),
  stage: fc.constantFrom(null, "piloted", "recognised"),
  isPriority: fc.boolean(),
  quantity: fc.integer({ min: 1, max: 8 }),
  bonuses: fc.record({ "dossier-filed": fc.nat(2), reuse: fc.nat(12), certificate: fc.nat(1) }),
});

const claim = fc
  .record({
    activityKey: fc.constantFrom(...PROPOSED.activities.map(({ key }) => key)),
    days: fc.nat(50),
    isLate: fc.boolean(),
    minutes: fc.constantFrom(null, 60, 120),
    units: fc.array(unit, { maxLength: 18 }),
    doers: fc.uniqueArray(fc.constantFrom(...MEMBERS), { minLength: 1, maxLength: 3 }),
    hasTeacher: fc.boolean(),
  })
  .map(({ days, isLate, units, doers, hasTeacher, ...rest }): Omit<VerifiedClaim, "id"> => {
    const workDate = addDays(firstDay, days);
    const { workMonth } = workOf("-", { workDate });
    const { id: _, ...work } = workOf("-", {
      ...rest,
      workDate,
      bookedMonth: isLate ? 202612 : workMonth,
      units: units.map(({ person, ...each }, index) =>
        unitOf(index + 1, {
          ...each,
          personKey: person === null ? null : `p${person}`,
          householdId: `h${(person ?? 0) % 3}`,
        }),
      ),
      participants: doers.map((memberId, index) =>
        doer(memberId, {
          part: index === 0 ? "claimant" : hasTeacher ? "teacher" : "helper",
          teamId: teamOf(memberId),
          villageId: teamOf(memberId),
        }),
      ),
    });
    return work;
  });

const claims = fc
  .array(claim, { maxLength: 14 })
  .map((list) => list.map((work, index): VerifiedClaim => ({ ...work, id: `claim-${index}` })));

const byKey = (lines: readonly DueLine[]) =>
  [...lines].sort((left, right) => (left.key < right.key ? -1 : 1)).filter(({ points }) => points !== 0);
const sumOf = (lines: readonly { readonly points: number }[]) =>
  lines.reduce((sum, { points }) => sum + points, 0);

/** The ledger as it would stand after the steps. */
function append(ledger: Map<string, BookedKey>, due: readonly DueLine[]): void {
  for (const { step, correctsSeq, ...line } of reconcile(due, ledger)) {
    const known = ledger.get(line.key);
    expect(step).toBe(known?.steps ?? 0);
    expect(line.points).not.toBe(0);
    if (known && line.claimId !== null && known.points !== 0) expect(correctsSeq).toBe(known.openSeq);
    const points = (known?.points ?? 0) + line.points;
    ledger.set(line.key, {
      ...line,
      points,
      steps: step + 1,
      openSeq: points === 0 ? null : `${line.key}#${step}`,
    });
  }
}

describe("points are a function of the set of verified claims", () => {
  test.prop([
    claims.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    ),
  ])("whatever the order of arrival, every line is the same", ([list, shuffled]) => {
    expect(byKey(dueLines(shuffled, PROPOSED))).toEqual(byKey(dueLines(list, PROPOSED)));
  });

  test.prop([claims])("a claim that comes twice changes nothing, and no key is due twice", (list) => {
    const lines = dueLines(list, PROPOSED);
    expect(byKey(dueLines([...list, ...list], PROPOSED))).toEqual(byKey(lines));
    expect(new Set(lines.map(({ key }) => key)).size).toBe(lines.length);
  });

  test.prop([claims])("C32: no cap is ever exceeded and nobody falls below zero", (list) => {
    const lines = dueLines(list, PROPOSED);
    const { perMonth, priorityPerMonth } = PROPOSED.limits;
    for (const memberId of MEMBERS) {
      const own = lines.filter((line) => line.memberId === memberId);
      for (const month of new Set(own.map(({ workMonth }) => workMonth))) {
        const inMonth = own.filter(({ workMonth }) => workMonth === month);
        expect(sumOf(inMonth)).toBeGreaterThanOrEqual(0);
        expect(sumOf(inMonth)).toBeLessThanOrEqual(perMonth);
        const priority = inMonth.filter(({ kind }) => kind === "priority" || kind === "priority_cap");
        const repeated = inMonth.filter(({ kind }) => kind === "repeat");
        if (repeated.length === 0) expect(sumOf(priority)).toBeLessThanOrEqual(priorityPerMonth);
      }
    }
  });

  test.prop([claims])("C32: where no cap spans the month, no day brings more than its cap", (list) => {
    const daily = list
      .filter(({ activityKey }) =>
        PROPOSED.activities.some(({ key, cap }) => key === activityKey && cap?.per !== "month"),
      )
      .map((each) => ({ ...each, units: each.units.map((one) => ({ ...one, isPriority: false })) }));
    const lines = dueLines(daily, PROPOSED).filter(({ kind }) => kind !== "month_cap");
    const days = new Map<string, number>();
    for (const { memberId, workDate, points } of lines) {
      days.set(`${memberId}/${workDate}`, (days.get(`${memberId}/${workDate}`) ?? 0) + points);
    }
    for (const points of days.values()) expect(points).toBeLessThanOrEqual(PROPOSED.limits.perDay);
  });

  test.prop([claims])("what members earned is what their teams earned", (list) => {
    const lines = dueLines(list, PROPOSED);
    for (const line of lines) expect(line.teamId).toBe(teamOf(line.memberId));
    const teams = [1, 2].map((team) => sumOf(lines.filter(({ teamId }) => teamId === team)));
    expect(sumOf(teams.map((points) => ({ points })))).toBe(sumOf(lines));
  });

  test.prop([claims, fc.array(fc.nat(13), { maxLength: 30 })])(
    "the ledger's steps add up to what is due after every verification and reversal, in any order",
    (list, moves) => {
      const ledger = new Map<string, BookedKey>();
      const verified = new Map<string, VerifiedClaim>();
      for (const move of moves) {
        const moved = list[move];
        if (!moved) continue;
        if (!verified.delete(moved.id)) verified.set(moved.id, moved);
        const due = dueLines([...verified.values()], PROPOSED);
        append(ledger, due);
        expect(byKey([...ledger.values()]).map(({ key, points }) => [key, points])).toEqual(
          byKey(due).map(({ key, points }) => [key, points]),
        );
      }
      append(ledger, []);
      expect(sumOf([...ledger.values()])).toBe(0);
    },
  );

  test.prop([claims])("what is not worth the claim's own lines never depends on other claims", (list) => {
    const own = (lines: readonly DueLine[]) =>
      byKey(lines.filter(({ kind }) => kind === "award" || kind === "bonus" || kind === "priority"));
    const alone = list.flatMap((each) => own(dueLines([each], PROPOSED)));
    expect(own(dueLines(list, PROPOSED))).toEqual(byKey(alone));
  });

  test.prop([claims, fc.array(fc.nat(13), { maxLength: 30 })])(
    "scoring only what a change can change is scoring everything",
    (list, moves) => {
      const set = new VerifiedSet();
      const known = new Map<string, readonly DueLine[]>();
      const verified = new Map<string, VerifiedClaim>();
      for (const move of moves) {
        const moved = list[move];
        if (!moved) continue;
        const [paid] = payAll([moved], PROPOSED);
        if (!paid) throw new Error("unpaid");
        const months = set.monthsAround(paid);
        if (verified.delete(moved.id)) set.remove(moved.id);
        else {
          verified.set(moved.id, moved);
          set.put(paid);
        }
        for (const month of months) known.delete(nameOf(month));
        for (const { lines, ...month } of set.score(months)) known.set(nameOf(month), lines);
        expect(byKey([...known.values()].flat())).toEqual(byKey(dueLines([...verified.values()], PROPOSED)));
      }
    },
  );
});
