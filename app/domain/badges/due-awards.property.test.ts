import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { badgeWorkOf, factsOf, MONTHS, PROPOSED_BADGES } from "#tests/support/badge-samples.ts";
import { doer, PROPOSED, unitOf, workOf } from "#tests/support/work-samples.ts";
import { MODES } from "../activity/scheme.ts";
import { addDays, type LocalDate } from "../calendar/local-date.ts";
import { type Badge, type BadgeWork, contentOfProposal } from "./badge.ts";
import { type DueAward, dueAwards } from "./due-awards.ts";
import { reconcileAwards, type WrittenAward } from "./reconcile-awards.ts";
import { weekOf } from "./week.ts";

const firstDay = "2026-09-20" as LocalDate;

const unit = fc.record({
  person: fc.option(fc.nat(9), { nil: null }),
  outcome: fc.constantFrom("knows", "with_help", "proficient"),
  stage: fc.constantFrom(null, "piloted", "recognised"),
  isPriority: fc.boolean(),
});

const work = fc
  .record({
    activityKey: fc.constantFrom(...PROPOSED.activities.map(({ key }) => key)),
    days: fc.nat(100),
    isLate: fc.boolean(),
    units: fc.array(unit, { maxLength: 12 }),
    mode: fc.constantFrom(...MODES),
    part: fc.constantFrom("claimant", "helper", "teacher"),
    isByYouth: fc.boolean(),
  })
  .map(({ days, isLate, units, mode, part, isByYouth, activityKey }) => {
    const workDate = addDays(firstDay, days);
    const claim = workOf("-", {
      activityKey,
      workDate,
      units: units.map(({ person, ...each }, index) =>
        unitOf(index + 1, {
          ...each,
          personKey: person === null ? null : `p${person}`,
          householdId: `h${(person ?? 0) % 4}`,
        }),
      ),
      participants: [doer("a", { part })],
    });
    return badgeWorkOf(
      { ...claim, bookedMonth: claim.workMonth + (isLate && claim.workMonth < 202612 ? 1 : 0) },
      {
        mode,
        part,
        isByYouth,
      },
    );
  });

const works = fc
  .array(work, { maxLength: 24 })
  .map((list) => list.map((each, index): BadgeWork => ({ ...each, id: `claim-${index}` })));

/** The proposed badges with goals that a dozen claims can reach, and a second version half way. */
const BADGES: readonly Badge[] = PROPOSED_BADGES.map(({ key, ...proposal }) => {
  const content = contentOfProposal({ key, ...proposal });
  if (content.award.by !== "rule") return { key, versions: [{ version: 1, from: firstDay, content }] };
  const scaled = content.award.measure === "household_coverage_basis_points" ? [2_000, 5_000] : [1, 2, 4];
  const award = { ...content.award, goals: scaled };
  const later = { ...award, goals: scaled.map((goal) => goal + 1) };
  return {
    key,
    versions: [
      { version: 1, from: firstDay, content: { ...content, award } },
      { version: 2, from: "2026-11-15" as LocalDate, content: { ...content, award: later } },
    ],
  };
});

const excused = new Set([weekOf("2026-10-14" as LocalDate), weekOf("2026-11-25" as LocalDate)]);
const due = (list: readonly BadgeWork[]): DueAward[] =>
  BADGES.flatMap((badge) =>
    dueAwards(badge, factsOf(list, { excusedWeeks: excused, households: 5, monthlyQuota: 2 }), MONTHS),
  );

function write(written: Map<string, WrittenAward>, list: readonly BadgeWork[]): void {
  const { grants, rewrites, revokes } = reconcileAwards(due(list), [...written.values()]);
  for (const { id } of revokes) written.delete(id);
  for (const { id, due: award } of rewrites)
    written.set(id, { ...award, id, isFinal: false, isTakenBack: false });
  for (const award of grants) {
    const id = `${award.badgeKey}/${award.occasion}/${award.tier}`;
    expect(written.has(id)).toBe(false);
    written.set(id, { ...award, id, isFinal: false, isTakenBack: false });
  }
}

const bare = (written: Map<string, WrittenAward>) =>
  [...written.values()]
    .map(({ id, isFinal: _, isTakenBack: __, ...award }) => ({ id, award }))
    .sort((left, right) => (left.id < right.id ? -1 : 1))
    .map(({ award }) => award);

const sorted = (awards: readonly DueAward[]) =>
  [...awards].sort((left, right) => {
    const [a, b] = [left, right].map(({ badgeKey, occasion, tier }) => `${badgeKey}/${occasion}/${tier}`);
    return (a ?? "") < (b ?? "") ? -1 : 1;
  });

describe("awards are a function of the set of verified claims", () => {
  test.prop([
    works.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
  ])("T20: whatever the order of arrival, the same awards on the same records", ([list, shuffled]) => {
    expect(due(shuffled)).toEqual(due(list));
    expect(due([...list, ...list])).toEqual(due(list));
  });

  test.prop([works, fc.array(fc.nat(23), { maxLength: 40 })])(
    "T20: approving, taking back and approving again leaves the awards of the last state",
    (list, moves) => {
      const verified = new Map<string, BadgeWork>();
      const written = new Map<string, WrittenAward>();
      for (const move of moves) {
        const moved = list[move];
        if (!moved) continue;
        if (!verified.delete(moved.id)) verified.set(moved.id, moved);
        write(written, [...verified.values()]);
        expect(bare(written)).toEqual(sorted(due([...verified.values()])));
      }
      write(written, []);
      expect(written.size).toBe(0);
    },
  );

  test.prop([works])("more verified work never takes an award away", (list) => {
    const names = (awards: readonly DueAward[]) =>
      new Set(awards.map(({ badgeKey, occasion, tier }) => `${badgeKey}/${occasion}/${tier}`));
    // A month that is frozen takes no more work (rule 6): whatever comes is booked in the newest there is.
    const booked = list.toSorted((left, right) => left.bookedMonth - right.bookedMonth);
    const all = names(due(booked));
    for (const name of names(due(booked.slice(0, -1)))) expect(all.has(name)).toBe(true);
  });

  test.prop([works])("each award stands on verified records that reach its goal", (list) => {
    const ids = new Set(list.map(({ id }) => id));
    for (const { basis, earnedOn, tier, version } of due(list)) {
      expect(basis.value).toBeGreaterThanOrEqual(basis.goal);
      expect(basis.claims.length).toBeGreaterThan(0);
      for (const claim of basis.claims) expect(ids.has(claim)).toBe(true);
      expect(tier).toBeGreaterThan(0);
      if (version === 2) expect(earnedOn >= "2026-11-15").toBe(true);
    }
  });
});
