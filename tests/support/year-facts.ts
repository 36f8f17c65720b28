import type { VillageFacts } from "#app/domain/year/criteria-sheet.ts";

/** A village of which nothing is known yet; tests tell what they need. */
export function villageFacts(known: Partial<VillageFacts>): VillageFacts {
  return {
    villageId: 1,
    name: "Thôn Một",
    households: 100,
    adults: 300,
    teams: 1,
    members: 5,
    women: 2,
    proficientPeople: null,
    coverage: null,
    change: null,
    agreement: null,
    priorityGroups: null,
    reports: null,
    training: null,
    goodWork: null,
    campaigns: null,
    told: {},
    ...known,
  };
}

export function monthsOf(people: readonly number[], year = 2026): VillageFacts["proficientPeople"] {
  return people.map((each, index) => ({ month: year * 100 + index + 1, people: each, assigned: null }));
}
