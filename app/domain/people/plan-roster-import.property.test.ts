import { fc, it } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Phone } from "./phone.ts";
import {
  type ImportFacts,
  type KnownPerson,
  type PlannedLine,
  planRosterImport,
} from "./plan-roster-import.ts";
import type { RosterPerson, RosterRow } from "./roster-sheet.ts";

const maybe = <Value>(...values: Value[]) => fc.constantFrom<Value | null>(null, ...values);
const aPerson: fc.Arbitrary<RosterPerson> = fc.record({
  name: fc.constantFrom("Lò Văn Sơn", "Lò Văn Hoà", "Lò Văn Hòa", "Vì Thị Lĩnh", "Vì Thị Linh"),
  birthYear: maybe(1980, 1990),
  sex: maybe("female" as const, "male" as const),
  ethnicity: maybe("Thái"),
  position: maybe("Công an", "Giáo viên"),
  role: fc.constantFrom("leader" as const, "deputy" as const, "member" as const),
  village: fc.constantFrom("1", "2", "3"),
  phone: maybe("+84301000001" as Phone, "+84301000002" as Phone, "+84301000003" as Phone),
  note: fc.constant(null),
});

const factsOf = (known: readonly KnownPerson[]): ImportFacts => ({
  known,
  findVillage: Number,
  fingerprint: (phone) => phone,
});

const rowsOf = (people: readonly RosterPerson[]): RosterRow[] =>
  people.map((person, index) => ({ line: index + 1, kind: "person", person, problems: [] }));

/** What the house does with a plan, on a roster of plain records. */
function carryOut(known: readonly KnownPerson[], planned: readonly PlannedLine[]): KnownPerson[] {
  let roster = [...known];
  const madeBy = new Map<number, string>();
  for (const { line, person, outcome } of planned) {
    if (outcome.fate === "create") {
      const memberId = `m${roster.length}/${line}`;
      madeBy.set(line, memberId);
      roster.push({ ...person, memberId, phoneFingerprint: person.phone, villageId: outcome.villageId });
    } else if (outcome.fate === "update" || outcome.fate === "join") {
      const made = outcome.fate === "join" ? madeBy.get(outcome.ofLine ?? 0) : undefined;
      const memberId = outcome.memberId ?? made ?? "";
      const own = roster.find((each) => each.memberId === memberId);
      if (!own) throw new Error(`line ${line} is about nobody`);
      const change = Object.fromEntries(
        outcome.changes
          .filter((field) => field !== "role")
          .map((field) => (field === "phone" ? ["phoneFingerprint", person.phone] : [field, person[field]])),
      );
      roster = roster.map((each) => (each.memberId === memberId ? { ...each, ...change } : each));
      const now = { ...own, ...change };
      if (outcome.fate === "join") roster.push({ ...now, villageId: outcome.villageId, role: person.role });
      else if (outcome.changes.includes("role")) {
        roster = roster.map((each) =>
          each.memberId === memberId && each.villageId === outcome.villageId
            ? { ...each, role: person.role }
            : each,
        );
      }
    }
  }
  return roster;
}

/** The lines that remain when a person leaves out what cannot be taken. */
function settle(people: readonly RosterPerson[], known: readonly KnownPerson[]): RosterPerson[] {
  let left = [...people];
  for (;;) {
    const planned = planRosterImport(rowsOf(left), factsOf(known));
    const open = planned.findIndex(
      ({ outcome }) => outcome.fate === "problem" || outcome.fate === "conflict",
    );
    if (open < 0) return left;
    left = left.filter((_, index) => index !== open);
  }
}

function planAgain(earlier: readonly RosterPerson[], people: readonly RosterPerson[]) {
  const first = settle(earlier, []);
  const known = carryOut([], planRosterImport(rowsOf(first), factsOf([])));
  const taken = settle(people, known);
  const roster = carryOut(known, planRosterImport(rowsOf(taken), factsOf(known)));
  return planRosterImport(rowsOf(taken), factsOf(roster));
}

const several = (person: fc.Arbitrary<RosterPerson>) => fc.array(person, { maxLength: 8 });
const withPhone = aPerson.filter(({ phone }) => phone !== null);

describe("a roster taken over", () => {
  it.prop([several(aPerson), several(withPhone)], { numRuns: 500 })(
    'A14: the same list of people with phones is all "same", whatever was there before',
    (earlier, people) => {
      const again = planAgain(earlier, people);
      expect(again.map(({ outcome }) => outcome.fate)).toEqual(again.map(() => "same"));
    },
  );

  it.prop([several(aPerson)], { numRuns: 500 })(
    'A14: the same list into an empty house is all "same", with phones or without',
    (people) => {
      const again = planAgain([], people);
      expect(again.map(({ outcome }) => outcome.fate)).toEqual(again.map(() => "same"));
    },
  );

  // Somebody without a phone may be any of several namesakes by then: a human is asked, and nobody is made twice.
  it.prop([several(aPerson), several(aPerson)], { numRuns: 500 })(
    "A14: the same list again never makes anybody, nor puts anybody into a further team",
    (earlier, people) => {
      const fates = planAgain(earlier, people).map(({ outcome }) => outcome.fate);
      expect(fates.filter((fate) => fate === "create" || fate === "join")).toEqual([]);
    },
  );
});
