import type { ActivityKind, Scheme } from "./scheme.ts";

export const SCHEME_FIELDS = [
  "name",
  "knows",
  "withHelp",
  "proficient",
  "each",
  "teacher",
  "helper",
  "piloted",
  "recognised",
  "bonus_each",
  "bonus_at_most",
  "cap",
  "repeat",
  "evidence",
  "modes",
  "tags",
  "topics",
  "least_people",
  "least_minutes",
  "retired_on",
  "per_day",
  "per_month",
  "priority_person",
  "priority_per_month",
  "campaign_factor",
] as const;
export type SchemeField = (typeof SCHEME_FIELDS)[number];

export type SchemeFact =
  | { readonly is: "points"; readonly hundredths: number }
  | { readonly is: "factor"; readonly hundredths: number }
  | { readonly is: "count"; readonly count: number }
  | { readonly is: "text"; readonly text: string }
  | { readonly is: "day"; readonly day: string }
  | { readonly is: "cap"; readonly units: number; readonly per: "day" | "month" | "person" | "household" }
  | { readonly is: "words"; readonly words: readonly string[] }
  | null;

/** One line where two versions differ: of which kind (null: of all together), what it was, what it becomes. */
export interface SchemeDifference {
  readonly kind: { readonly key: string; readonly name: string } | null;
  readonly field: SchemeField;
  /** Which of several bonuses. */
  readonly of: string | null;
  readonly before: SchemeFact;
  readonly after: SchemeFact;
}

export function differencesOfSchemes(before: Scheme, after: Scheme): SchemeDifference[] {
  const was = new Map(before.activities.map((kind) => [kind.key, kind]));
  const kinds = after.activities.flatMap((kind) => {
    const old = was.get(kind.key);
    return compare(old ? factsOf(old) : new Map(), factsOf(kind)).map((line) => ({
      ...line,
      kind: { key: kind.key, name: kind.name },
    }));
  });
  const limits = compare(limitsOf(before), limitsOf(after)).map((line) => ({ ...line, kind: null }));
  return [...kinds, ...limits];
}

interface NamedFact {
  readonly field: SchemeField;
  readonly of: string | null;
  readonly fact: SchemeFact;
}

type Facts = ReadonlyMap<string, NamedFact>;

function compare(before: Facts, after: Facts): Omit<SchemeDifference, "kind">[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) => {
    const [was, is] = [before.get(key), after.get(key)];
    const named = is ?? was;
    if (!named || JSON.stringify(was?.fact ?? null) === JSON.stringify(is?.fact ?? null)) return [];
    return [{ field: named.field, of: named.of, before: was?.fact ?? null, after: is?.fact ?? null }];
  });
}

const points = (hundredths: number): SchemeFact => ({ is: "points", hundredths });
const count = (value: number | undefined): SchemeFact =>
  value === undefined ? null : { is: "count", count: value };
const words = (list: readonly string[]): SchemeFact => ({ is: "words", words: list });

function factsOf(kind: ActivityKind): Facts {
  const { by: _, ...scale } = kind.scale;
  return listed([
    { field: "name", of: null, fact: { is: "text", text: kind.name } },
    ...Object.entries(scale).map(
      ([field, value]): NamedFact => ({ field: field as SchemeField, of: null, fact: points(value) }),
    ),
    ...kind.bonuses.flatMap(({ text, each, atMost }): NamedFact[] => [
      { field: "bonus_each", of: text, fact: points(each) },
      { field: "bonus_at_most", of: text, fact: points(atMost) },
    ]),
    { field: "cap", of: null, fact: kind.cap && { is: "cap", units: kind.cap.units, per: kind.cap.per } },
    { field: "repeat", of: null, fact: words([kind.repeat]) },
    { field: "evidence", of: null, fact: words(kind.evidence) },
    { field: "modes", of: null, fact: words(kind.modes) },
    { field: "tags", of: null, fact: words(kind.tags) },
    { field: "topics", of: null, fact: words(kind.topics) },
    { field: "least_people", of: null, fact: count(kind.least?.people) },
    { field: "least_minutes", of: null, fact: count(kind.least?.minutes) },
    { field: "retired_on", of: null, fact: kind.retiredOn && { is: "day", day: kind.retiredOn } },
  ]);
}

function limitsOf({ limits }: Scheme): Facts {
  return listed([
    { field: "per_day", of: null, fact: points(limits.perDay) },
    { field: "per_month", of: null, fact: points(limits.perMonth) },
    { field: "priority_person", of: null, fact: points(limits.priorityPerson) },
    { field: "priority_per_month", of: null, fact: points(limits.priorityPerMonth) },
    {
      field: "campaign_factor",
      of: null,
      fact: { is: "factor", hundredths: limits.campaignFactorAtMost },
    },
  ]);
}

function listed(facts: readonly NamedFact[]): Facts {
  return new Map(facts.map((fact) => [`${fact.field}/${fact.of ?? ""}`, fact]));
}
