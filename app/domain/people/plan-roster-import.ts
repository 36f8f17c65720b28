import { unifySpelling } from "../text/fold-vietnamese.ts";
import type { TeamRole } from "./membership.ts";
import type { RosterPerson, RosterProblem, RosterRow, Sex } from "./roster-sheet.ts";

/** Somebody the house knows, in one of his teams; a person in two teams stands here twice. */
export interface KnownPerson {
  readonly memberId: string;
  readonly name: string;
  readonly birthYear: number | null;
  readonly sex: Sex | null;
  readonly ethnicity: string | null;
  readonly position: string | null;
  /** Keyed digest: the planner never sees a stored number. */
  readonly phoneFingerprint: string | null;
  /** Null for somebody who is in no village's team: known, and found by phone only. */
  readonly villageId: number | null;
  readonly role: TeamRole;
}

export interface ImportFacts {
  readonly known: readonly KnownPerson[];
  /** The village a roster's words mean, or null. */
  readonly findVillage: (words: string) => number | null;
  readonly fingerprint: (phone: string) => string;
  /** Whom a human chose for a line where several could be meant: a member's id, or "new". */
  readonly choiceOf?: (line: number) => string | null;
}

export const NEW_PERSON = "new";

export type ImportProblem =
  | RosterProblem
  | { code: "village_unknown"; found: string }
  | { code: "duplicate_in_file"; line: number }
  | { code: "phone_of_another"; line: number | null; name: string };

export type ChangedField = "name" | "birthYear" | "sex" | "ethnicity" | "position" | "phone" | "role";

export type ImportFate =
  | { readonly fate: "create"; readonly villageId: number }
  | {
      readonly fate: "update";
      readonly villageId: number;
      readonly memberId: string;
      readonly changes: readonly ChangedField[];
    }
  /** Known elsewhere by phone: a second team, not a second person. */
  | {
      readonly fate: "join";
      readonly villageId: number;
      /** Null while the person is only made by another line of the same file. */
      readonly memberId: string | null;
      readonly ofLine: number | null;
      readonly changes: readonly ChangedField[];
    }
  | { readonly fate: "same"; readonly villageId: number; readonly memberId: string }
  | { readonly fate: "problem"; readonly problems: readonly ImportProblem[] }
  /** Several people of the roster could be meant; a human chooses. */
  | { readonly fate: "conflict"; readonly villageId: number; readonly candidates: readonly string[] };

export interface PlannedLine {
  readonly line: number;
  readonly person: RosterPerson;
  readonly outcome: ImportFate;
}

type PersonRow = Extract<RosterRow, { kind: "person" }>;

/** What earlier lines of the file already stand for. */
interface Seen {
  readonly identities: Map<string, number>;
  readonly phones: Map<string, PlannedLine>;
  /** By "phone/village": somebody is in a village once. */
  readonly places: Map<string, number>;
  /** Whoever of the roster a line was held against, by member and by "member/village". */
  readonly members: Map<string, { readonly birthYear: number | null; readonly phone: string | null }>;
  readonly memberships: Map<string, number>;
}

/**
 * What each line of a roster would do, before anything is done. The same file a second time is all "same".
 * Two lines are one person when their phones agree, or, where a phone is missing, when spelling, village and
 * year of birth do. A folded name (without marks) never decides: Lĩnh and Linh are two people.
 */
export function planRosterImport(rows: readonly RosterRow[], facts: ImportFacts): PlannedLine[] {
  const byPhone = groupBy(facts.known, (known) => known.phoneFingerprint);
  const byName = groupBy(facts.known, (known) =>
    known.villageId === null ? null : nameKey(known.name, known.villageId),
  );
  const seen: Seen = {
    identities: new Map(),
    phones: new Map(),
    places: new Map(),
    members: new Map(),
    memberships: new Map(),
  };
  const planned: PlannedLine[] = [];
  for (const row of rows) {
    if (row.kind !== "person") continue;
    const phone = row.person.phone === null ? null : facts.fingerprint(row.person.phone);
    const outcome = planLine(row, phone, facts, { byPhone, byName }, seen);
    const line: PlannedLine = { line: row.line, person: row.person, outcome };
    if (phone !== null && !seen.phones.has(phone)) seen.phones.set(phone, line);
    if ("memberId" in outcome && outcome.memberId !== null) {
      if (!seen.members.has(outcome.memberId)) {
        seen.members.set(outcome.memberId, { birthYear: row.person.birthYear, phone });
      }
      seen.memberships.set(`${outcome.memberId}/${outcome.villageId}`, row.line);
    }
    planned.push(line);
  }
  return planned;
}

function planLine(
  { line, person, problems: read }: PersonRow,
  phone: string | null,
  facts: ImportFacts,
  index: { readonly byPhone: Known; readonly byName: Known },
  seen: Seen,
): ImportFate {
  const problems: ImportProblem[] = [...read];
  const villageId = person.village === null ? null : facts.findVillage(person.village);
  if (person.village !== null && villageId === null) {
    problems.push({ code: "village_unknown", found: person.village });
  }
  const identity = `${nameKey(person.name, villageId ?? 0)}/${person.birthYear ?? ""}/${phone ?? ""}`;
  const earlier = seen.identities.get(identity);
  if (earlier === undefined) seen.identities.set(identity, line);
  else problems.push({ code: "duplicate_in_file", line: earlier });
  const place = phone === null ? null : `${phone}/${villageId}`;
  const samePlace = place === null ? undefined : seen.places.get(place);
  if (place !== null && samePlace === undefined) seen.places.set(place, line);
  const samePhone = phone === null ? undefined : seen.phones.get(phone);
  if (samePhone && !isSameSpelling(samePhone.person.name, person.name)) {
    problems.push({ code: "phone_of_another", line: samePhone.line, name: samePhone.person.name });
  } else if (samePlace !== undefined && earlier === undefined) {
    problems.push({ code: "duplicate_in_file", line: samePlace });
  }
  if (problems.length > 0 || villageId === null) return { fate: "problem", problems };
  const outcome =
    planByPhone(person, villageId, phone, index.byPhone, seen, samePhone) ??
    planByName(person, villageId, phone, index.byName, seen, facts.choiceOf?.(line) ?? null);
  const twice =
    "memberId" in outcome && outcome.memberId !== null
      ? seen.memberships.get(`${outcome.memberId}/${outcome.villageId}`)
      : undefined;
  return twice === undefined
    ? outcome
    : { fate: "problem", problems: [{ code: "duplicate_in_file", line: twice }] };
}

type Known = ReadonlyMap<string, readonly KnownPerson[]>;

function planByPhone(
  person: RosterPerson,
  villageId: number,
  phone: string | null,
  byPhone: Known,
  seen: Seen,
  earlier: PlannedLine | undefined,
): ImportFate | null {
  const owners = phone === null ? [] : (byPhone.get(phone) ?? []);
  const owner = owners[0];
  if (owner) {
    if (!isSameSpelling(owner.name, person.name)) {
      return { fate: "problem", problems: [{ code: "phone_of_another", line: null, name: owner.name }] };
    }
    const here = owners.find((known) => known.villageId === villageId);
    if (here) return compare(person, here, phone, seen);
    const changes = findChanges(person, owner, phone, seen).filter((field) => field !== "role");
    return { fate: "join", villageId, memberId: owner.memberId, ofLine: null, changes };
  }
  if (!earlier) return null;
  const { outcome } = earlier;
  if (!("villageId" in outcome)) {
    return { fate: "problem", problems: [{ code: "duplicate_in_file", line: earlier.line }] };
  }
  const memberId = "memberId" in outcome ? outcome.memberId : null;
  return { fate: "join", villageId, memberId, ofLine: memberId ? null : earlier.line, changes: [] };
}

function planByName(
  person: RosterPerson,
  villageId: number,
  phone: string | null,
  byName: Known,
  seen: Seen,
  choice: string | null,
): ImportFate {
  if (choice === NEW_PERSON) return { fate: "create", villageId };
  const namesakes = (byName.get(nameKey(person.name, villageId)) ?? [])
    // As they will be when the earlier lines are carried out.
    .map((known) => {
      const said = seen.members.get(known.memberId);
      const birthYear = said?.birthYear ?? known.birthYear;
      return { known, birthYear, phone: said?.phone ?? known.phoneFingerprint };
    })
    .filter(
      (each) =>
        (each.birthYear === null || person.birthYear === null || each.birthYear === person.birthYear) &&
        (each.phone === null || phone === null),
    );
  const chosen = namesakes.find(({ known }) => known.memberId === choice);
  // Who agrees in what is missing too is meant before who merely does not disagree.
  const exact = namesakes.filter((each) => each.birthYear === person.birthYear && each.phone === phone);
  const meant = chosen ?? (exact.length === 1 ? exact[0] : namesakes.length === 1 ? namesakes[0] : null);
  if (meant) return compare(person, meant.known, phone, seen);
  if (namesakes.length === 0) return { fate: "create", villageId };
  return { fate: "conflict", villageId, candidates: namesakes.map(({ known }) => known.memberId) };
}

function compare(person: RosterPerson, known: KnownPerson, phone: string | null, seen: Seen): ImportFate {
  const { villageId, memberId } = known;
  if (villageId === null) throw new Error("somebody in no village's team is not compared in one");
  const changes = findChanges(person, known, phone, seen);
  return changes.length === 0
    ? { fate: "same", villageId, memberId }
    : { fate: "update", villageId, memberId, changes };
}

/**
 * What the roster leaves empty takes nothing away. Of somebody in several lines the first says who he is, the
 * others only what he is in their team: two lines that disagree would otherwise change each other for ever.
 */
function findChanges(
  person: RosterPerson,
  known: KnownPerson,
  phone: string | null,
  seen: Seen,
): ChangedField[] {
  const role: ChangedField[] = person.role === known.role ? [] : ["role"];
  if (seen.members.has(known.memberId)) return role;
  const changes: ChangedField[] = [];
  if (person.name !== known.name) changes.push("name");
  if (person.birthYear !== null && person.birthYear !== known.birthYear) changes.push("birthYear");
  if (person.sex !== null && person.sex !== known.sex) changes.push("sex");
  if (person.ethnicity !== null && person.ethnicity !== known.ethnicity) changes.push("ethnicity");
  if (person.position !== null && person.position !== known.position) changes.push("position");
  if (phone !== null && phone !== known.phoneFingerprint) changes.push("phone");
  return [...changes, ...role];
}

function nameKey(name: string, villageId: number): string {
  return `${villageId}/${unifySpelling(name).toLocaleLowerCase("vi")}`;
}

function isSameSpelling(left: string, right: string): boolean {
  return nameKey(left, 0) === nameKey(right, 0);
}

function groupBy(people: readonly KnownPerson[], keyOf: (known: KnownPerson) => string | null): Known {
  const groups = new Map<string, KnownPerson[]>();
  for (const known of people) {
    const key = keyOf(known);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(known);
    else groups.set(key, [known]);
  }
  return groups;
}
