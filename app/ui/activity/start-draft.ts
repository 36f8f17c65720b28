import type { ClaimContent } from "#app/domain/activity/claim.ts";
import type { ActivityKind, Mode } from "#app/domain/activity/scheme.ts";
import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { type Draft, type DraftUnit, TEXT_FIELDS, type TextField, unitKey } from "./draft.ts";

const NO_TEXT = Object.fromEntries(TEXT_FIELDS.map((name) => [name, ""])) as Record<TextField, string>;

/** The names of a new record, given by the phone that writes it (rule 3). */
export function freshStart({ key, modes }: ActivityKind, before: Draft | null): Start {
  const make = () => makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
  const mode = modes.find((each) => each === before?.fields.mode) ?? modes[0] ?? "hands_on";
  return { id: make(), newId: make(), activityKey: key, mode, services: before?.services ?? [] };
}

interface Start {
  readonly id: string;
  readonly newId: string;
  readonly activityKey: string;
  readonly mode: Mode;
  readonly services: readonly string[];
}

/** An empty form, as far as habit does not fill it. */
export function newDraft({ id, newId, activityKey, mode, services }: Start): Draft {
  return {
    id,
    activityKey,
    fields: { ...NO_TEXT, newId, dayChoice: "today", mode, audience: "residents" },
    services,
    helpers: [],
    teachers: [],
    photos: [],
    counters: {},
    movements: [],
    units: [],
    picker: { isOpen: false, villageId: "", lane: "", search: "", householdId: null, adding: null },
  };
}

/** A record as it stands, to be changed under its own name. */
export function draftOfRecord(
  start: Start,
  content: ClaimContent,
  revision: number,
  today: LocalDate,
): Draft {
  const { workDate, units, helpers } = content;
  const rows = new Map<string, DraftUnit>();
  for (const unit of units) {
    const { householdId, outcome, quantity, bonuses, groups, checks = [] } = unit;
    const key = householdId === null ? "whole/-" : unitKey({ householdId, slot: unit.slot });
    if (rows.has(key)) continue;
    const counts = Object.fromEntries(
      Object.entries(bonuses).map(([bonus, count]) => [bonus, String(count)]),
    );
    rows.set(key, { key, outcome, quantity: String(quantity), bonuses: counts, groups, checks });
  }
  const known = [...rows.values()].filter(({ key }) => key !== "whole/-");
  const isWhole = known.length === 0;
  const empty = newDraft(start);
  return {
    ...empty,
    fields: {
      ...empty.fields,
      revision: String(revision),
      ...dayFields(workDate, today),
      mode: content.mode,
      audience: content.audience,
      unknown: !isWhole && content.visits > known.length ? String(content.visits - known.length) : "",
      visits: String(content.visits),
      minutes: content.minutes === null ? "" : String(content.minutes),
      place: content.place ?? "",
      note: content.note ?? "",
      link: content.link ?? "",
      stage: units[0]?.stage ?? "",
    },
    services: [...new Set(units.flatMap(({ serviceKey }) => serviceKey ?? []))],
    helpers: helpers.filter(({ part }) => part === "helper").map(({ memberId }) => memberId),
    teachers: helpers.filter(({ part }) => part === "teacher").map(({ memberId }) => memberId),
    photos: content.photos,
    counters: Object.fromEntries(
      Object.entries(content.counters).map(([name, count]) => [name, String(count)]),
    ),
    movements: content.movements,
    units: isWhole ? [...rows.values()] : known,
  };
}

/** The same work once more, for other people: what was the same at the last door is the same at the next (C21). */
export function nextAfter(start: Start, content: ClaimContent, today: LocalDate): Draft {
  const last = content.units.findLast(({ householdId }) => householdId !== null);
  const before = draftOfRecord(start, content, 1, today);
  const empty = newDraft(start);
  return {
    ...empty,
    services: before.services,
    helpers: before.helpers,
    teachers: before.teachers,
    movements: before.movements,
    fields: {
      ...empty.fields,
      ...dayFields(content.workDate, today),
      mode: content.mode,
      audience: content.audience,
      place: content.place ?? "",
      outcomeForNext: last?.outcome ?? "",
    },
  };
}

/** The very same record once more, under a new name and without its pictures. */
export function repeatOf(start: Start, content: ClaimContent, today: LocalDate): Draft {
  const same = draftOfRecord(start, content, 1, today);
  return { ...same, photos: [], fields: { ...same.fields, revision: "", dayChoice: "today", otherDay: "" } };
}

function dayFields(workDate: LocalDate, today: LocalDate): Pick<Draft["fields"], "dayChoice" | "otherDay"> {
  if (workDate === today) return { dayChoice: "today", otherDay: "" };
  if (workDate === addDays(today, -1)) return { dayChoice: "yesterday", otherDay: "" };
  return { dayChoice: "other", otherDay: workDate };
}
