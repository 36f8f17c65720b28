import { describe, expect, it } from "vitest";
import type { Phone } from "./phone.ts";
import { type ImportFacts, type KnownPerson, planRosterImport } from "./plan-roster-import.ts";
import type { RosterPerson, RosterRow } from "./roster-sheet.ts";

const villages = new Map([
  ["Thôn Đông", 1],
  ["Thôn Tây", 2],
]);
const hung: RosterPerson = {
  name: "Nguyễn Văn Hùng",
  birthYear: 1970,
  sex: "male",
  ethnicity: null,
  position: "Trưởng thôn",
  role: "leader",
  village: "Thôn Đông",
  phone: "+84301000001" as Phone,
  note: null,
};

function plan(people: Partial<RosterPerson>[], known: readonly KnownPerson[] = []) {
  const rows: RosterRow[] = people.map((person, index) => ({
    line: index + 1,
    kind: "person",
    person: { ...hung, ...person },
    problems: [],
  }));
  const facts: ImportFacts = {
    known,
    findVillage: (words) => villages.get(words) ?? null,
    fingerprint: (phone) => `hmac(${phone})`,
  };
  return planRosterImport(rows, facts).map((line) => line.outcome);
}

const known: KnownPerson = {
  memberId: "m1",
  name: "Nguyễn Văn Hùng",
  birthYear: 1970,
  sex: "male",
  ethnicity: null,
  position: "Trưởng thôn",
  phoneFingerprint: "hmac(+84301000001)",
  villageId: 1,
  role: "leader",
};

describe("what a roster would do before it does anything", () => {
  it("makes a person the house does not know and leaves one it knows alone", () => {
    expect(plan([{}])).toEqual([{ fate: "create", villageId: 1 }]);
    expect(plan([{}], [known])).toEqual([{ fate: "same", villageId: 1, memberId: "m1" }]);
  });

  it("names what would change, and takes nothing away where the file is empty", () => {
    expect(plan([{ birthYear: 1971, position: null, role: "member" }], [known])).toEqual([
      { fate: "update", villageId: 1, memberId: "m1", changes: ["birthYear", "role"] },
    ]);
  });

  it("knows a person by phone in another village: a second team, not a second person", () => {
    expect(plan([{ village: "Thôn Tây" }], [known])).toEqual([
      { fate: "join", villageId: 2, memberId: "m1", ofLine: null, changes: [] },
    ]);
  });

  it("takes hoà and hòa for one spelling and Lĩnh and Linh for two people", () => {
    const knownHoa = { ...known, name: "Trần Văn Hoà", phoneFingerprint: null };
    expect(plan([{ name: "Trần Văn Hòa", phone: null }], [knownHoa])[0]).toMatchObject({ memberId: "m1" });
    const knownLinh = { ...known, name: "Trần Văn Lĩnh", phoneFingerprint: null };
    expect(plan([{ name: "Trần Văn Linh", phone: null }], [knownLinh])).toEqual([
      { fate: "create", villageId: 1 },
    ]);
  });

  it("asks a human when two namesakes could be meant", () => {
    const namesakes = [known, { ...known, memberId: "m2" }].map((one) => ({
      ...one,
      phoneFingerprint: null,
      birthYear: null,
    }));
    expect(plan([{ phone: null }], namesakes)).toEqual([
      { fate: "conflict", villageId: 1, candidates: ["m1", "m2"] },
    ]);
  });

  it("keeps namesakes with different phones apart", () => {
    expect(plan([{ phone: "+84301000009" as Phone }], [known])).toEqual([{ fate: "create", villageId: 1 }]);
  });

  it("refuses one phone for two names, a person twice, and a village nobody knows, each with the line to look at", () => {
    expect(plan([{}, { name: "Lê Thị Lan" }, {}, { village: "Thôn Nam", phone: null }])).toEqual([
      { fate: "create", villageId: 1 },
      { fate: "problem", problems: [{ code: "phone_of_another", line: 1, name: "Nguyễn Văn Hùng" }] },
      { fate: "problem", problems: [{ code: "duplicate_in_file", line: 1 }] },
      { fate: "problem", problems: [{ code: "village_unknown", found: "Thôn Nam" }] },
    ]);
    expect(plan([{ name: "Lê Thị Lan" }], [known])).toEqual([
      { fate: "problem", problems: [{ code: "phone_of_another", line: null, name: "Nguyễn Văn Hùng" }] },
    ]);
  });
});
