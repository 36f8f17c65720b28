/** A line of a list, as far as fairness looks at it. */
export interface FairLine {
  readonly isPerson: boolean;
  readonly isLeader: boolean;
  readonly sex: "female" | "male" | null;
  readonly unions: readonly string[];
  readonly villageId: number | null;
}

export type FairNote = "mostly_leaders" | "few_women" | "one_village";

export interface FairList {
  readonly lines: number;
  readonly people: number;
  readonly leaders: number;
  readonly women: number;
  readonly sexUnknown: number;
  /** How many of the people are of each union or body, most first. */
  readonly unions: readonly { readonly kind: string; readonly people: number }[];
  readonly withoutUnion: number;
  readonly villages: number;
  readonly villagesInAll: number;
  /** What is worth a second look; it hinders nothing. */
  readonly notes: readonly FairNote[];
}

/** Who is on a list: printed under it, so that whoever signs sees it. */
export function checkFairList(lines: readonly FairLine[], villagesInAll: number): FairList {
  const people = lines.filter(({ isPerson }) => isPerson);
  const leaders = people.filter(({ isLeader }) => isLeader).length;
  const women = people.filter(({ sex }) => sex === "female").length;
  const sexUnknown = people.filter(({ sex }) => sex === null).length;
  const perVillage = countBy(
    lines.flatMap(({ villageId }) => (villageId === null ? [] : [String(villageId)])),
  );
  const perUnion = countBy(people.flatMap(({ unions }) => [...new Set(unions)]));
  const most = Math.max(0, ...perVillage.values());
  const notes: FairNote[] = [];
  if (leaders * 2 > people.length) notes.push("mostly_leaders");
  // Who has no sex written may be a woman: what is missing is not held against the list.
  if (people.length >= 3 && (women + sexUnknown) * 10 < people.length * 3) notes.push("few_women");
  if (lines.length >= 4 && most * 2 > lines.length) notes.push("one_village");
  return {
    lines: lines.length,
    people: people.length,
    leaders,
    women,
    sexUnknown,
    unions: [...perUnion]
      .map(([kind, count]) => ({ kind, people: count }))
      .sort((left, right) => right.people - left.people || (left.kind < right.kind ? -1 : 1)),
    withoutUnion: people.filter(({ unions }) => unions.length === 0).length,
    villages: perVillage.size,
    villagesInAll,
    notes,
  };
}

function countBy(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
