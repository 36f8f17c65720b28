import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { doer, PROPOSED, unitOf, workOf } from "#tests/support/work-samples.ts";
import { addDays, type LocalDate } from "../calendar/local-date.ts";
import type { DueLine, VerifiedClaim } from "../points/line.ts";
import { dueLines, payAll } from "../points/score.ts";
import { nameOf, VerifiedSet } from "../points/verified-set.ts";
import type { CampaignRule } from "./campaign.ts";

const FIRST_DAY = "2026-10-25" as LocalDate;
const MOVEMENT = "Bình dân học vụ số";
const KEYS = PROPOSED.activities.map(({ key }) => key);
/** Kinds of which every unit counts, so that what is kept can be read off the lines of the unit itself. */
const UNCAPPED = PROPOSED.activities
  .filter(({ cap }) => cap?.per !== "day" && cap?.per !== "month")
  .map(({ key }) => key);

const work = (keys: readonly string[]) =>
  fc
    .array(
      fc.record({
        activityKey: fc.constantFrom(...keys),
        days: fc.nat(30),
        minutes: fc.constantFrom(null, 120),
        movements: fc.constantFrom<string[]>([], [MOVEMENT], ["Đề án 06"]),
        units: fc.array(
          fc.record({
            person: fc.option(fc.nat(6), { nil: null }),
            serviceKey: fc.constantFrom(null, "birth", "tax"),
            outcome: fc.constantFrom("knows", "with_help", "proficient"),
            stage: fc.constantFrom(null, "piloted"),
            isPriority: fc.boolean(),
            quantity: fc.integer({ min: 1, max: 4 }),
            bonuses: fc.record({ "dossier-filed": fc.nat(2) }),
          }),
          { maxLength: 9 },
        ),
        doers: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { minLength: 1, maxLength: 3 }),
      }),
      { maxLength: 10 },
    )
    .map((list) =>
      list.map(({ days, units, doers, ...rest }, index): VerifiedClaim => {
        const workDate = addDays(FIRST_DAY, days);
        return workOf(`claim-${index}`, {
          ...rest,
          workDate,
          units: units.map(({ person, ...each }, at) =>
            unitOf(at + 1, {
              ...each,
              personKey: person === null ? null : `p${person}`,
              householdId: `h${(person ?? 0) % 3}`,
            }),
          ),
          participants: doers.map((memberId, at) =>
            doer(memberId, { part: at === 0 ? "claimant" : "helper", teamId: memberId < "c" ? 1 : 2 }),
          ),
        });
      }),
    );

const campaigns = fc
  .array(
    fc.record({
      start: fc.nat(30),
      length: fc.nat(20),
      factor: fc.integer({ min: 101, max: 150 }),
      activityKeys: fc.oneof(fc.constant([]), fc.subarray(KEYS)),
      serviceKeys: fc.constantFrom<string[]>([], [], ["birth"]),
      movement: fc.constantFrom(null, null, MOVEMENT),
      teamIds: fc.constantFrom<number[]>([], [], [1], [2]),
    }),
    { maxLength: 4 },
  )
  .map((list) =>
    list.map(({ start, length, ...rest }, index): CampaignRule => {
      const startsOn = addDays(FIRST_DAY, start);
      return { ...rest, id: `campaign-${index}`, startsOn, endsOn: addDays(startsOn, length) };
    }),
  );

const pointsOf = (lines: readonly DueLine[]) =>
  new Map(lines.filter(({ points }) => points !== 0).map(({ key, points }) => [key, points]));
const sorted = (lines: readonly DueLine[]) =>
  [...pointsOf(lines)].sort(([left], [right]) => (left < right ? -1 : 1));
const isTotal = ({ kind }: DueLine) => kind === "day_cap" || kind === "month_cap";

/** Written a second time from the words of the rule, without a look at the code that books. */
function expectedExtra(
  claim: VerifiedClaim,
  ordinal: number,
  teamId: number,
  kept: number,
  all: readonly CampaignRule[],
): number {
  const service = claim.units.find((unit) => unit.ordinal === ordinal)?.serviceKey ?? null;
  const factors = all.flatMap((each) => {
    if (claim.workDate < each.startsOn || claim.workDate > each.endsOn) return [];
    if (each.activityKeys.length > 0 && !each.activityKeys.includes(claim.activityKey)) return [];
    if (each.movement !== null && !claim.movements.includes(each.movement)) return [];
    if (each.teamIds.length > 0 && !each.teamIds.includes(teamId)) return [];
    if (each.serviceKeys.length > 0 && !each.serviceKeys.includes(service ?? "-")) return [];
    return [each.factor];
  });
  return factors.length === 0 ? 0 : Math.floor((kept * (Math.max(...factors) - 100)) / 100);
}

describe("a campaign's factor", () => {
  test.prop([work(UNCAPPED), campaigns])(
    "D17: adds, unit by unit and rounded down, what the best of the campaigns gives to what the unit keeps",
    (claims, all) => {
      const lines = dueLines(claims, { ...PROPOSED, campaigns: all });
      const kept = new Map<string, { claim: VerifiedClaim; line: DueLine; points: number }>();
      for (const line of dueLines(claims, PROPOSED)) {
        const claim = claims.find(({ id }) => id === line.claimId);
        if (!claim || line.kind === "priority") continue;
        const name = `${line.claimId}:${line.revision}:${line.unit}:${line.memberId}`;
        const known = kept.get(name);
        // What does not earn again takes the whole unit back, its priority with it.
        const priority = line.kind === "repeat" ? priorityTakenBack(line) : 0;
        kept.set(name, { claim, line, points: (known?.points ?? 0) + line.points + priority });
      }
      function priorityTakenBack(line: DueLine): number {
        const own = dueLines(claims, PROPOSED).filter(
          (each) =>
            each.claimId === line.claimId && each.unit === line.unit && each.memberId === line.memberId,
        );
        const sum = own.reduce((total, { points }) => total + points, 0);
        const priority = own.find(({ kind }) => kind === "priority")?.points ?? 0;
        return sum === 0 ? priority : 0;
      }
      const wanted = new Map<string, number>();
      for (const [name, { claim, line, points }] of kept) {
        const extra = expectedExtra(claim, line.unit ?? 0, line.teamId, points, all);
        if (extra > 0) wanted.set(`campaign:${name}`, extra);
      }
      expect(pointsOf(lines.filter(({ kind }) => kind === "campaign"))).toEqual(wanted);
    },
  );

  test.prop([work(KEYS), campaigns])(
    "D17, C32: changes no line of the work itself, and day and month keep their caps",
    (claims, all) => {
      const lines = dueLines(claims, { ...PROPOSED, campaigns: all });
      const own = (of: readonly DueLine[]) =>
        sorted(of.filter((line) => line.kind !== "campaign" && !isTotal(line)));
      expect(own(lines)).toEqual(own(dueLines(claims, PROPOSED)));
      for (const memberId of ["a", "b", "c"]) {
        for (const month of [202610, 202611]) {
          const sum = lines
            .filter((line) => line.memberId === memberId && line.workMonth === month)
            .reduce((total, { points }) => total + points, 0);
          expect(sum).toBeGreaterThanOrEqual(0);
          expect(sum).toBeLessThanOrEqual(PROPOSED.limits.perMonth);
        }
      }
    },
  );

  test.prop([
    work(KEYS).chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    ),
    campaigns.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    ),
  ])(
    "D17: gives the same lines in whatever order work arrives and campaigns are listed",
    ([claims, mixed], [all, shuffled]) => {
      expect(sorted(dueLines(mixed, { ...PROPOSED, campaigns: shuffled }))).toEqual(
        sorted(dueLines(claims, { ...PROPOSED, campaigns: all })),
      );
    },
  );

  test.prop([work(KEYS), campaigns, fc.array(fc.nat(9), { maxLength: 20 })])(
    "D17: booked step by step comes to the same as all at once",
    (claims, all, moves) => {
      const rules = { ...PROPOSED, campaigns: all };
      const set = new VerifiedSet();
      const known = new Map<string, readonly DueLine[]>();
      const verified = new Map<string, VerifiedClaim>();
      for (const move of moves) {
        const moved = claims[move];
        const [paid] = moved ? payAll([moved], rules) : [];
        if (!moved || !paid) continue;
        const months = set.monthsAround(paid);
        if (verified.delete(moved.id)) set.remove(moved.id);
        else {
          verified.set(moved.id, moved);
          set.put(paid);
        }
        for (const month of months) known.delete(nameOf(month));
        for (const { lines, ...month } of set.score(months)) known.set(nameOf(month), lines);
        expect(sorted([...known.values()].flat())).toEqual(sorted(dueLines([...verified.values()], rules)));
      }
    },
  );
});
