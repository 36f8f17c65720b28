import {
  CLAIM_COUNTERS,
  PRIORITY_GROUPS,
  type PriorityGroup,
  UNIT_CHECKS,
  type UnitCheck,
} from "#app/domain/activity/claim.ts";
import { OUTCOMES, type Outcome } from "#app/domain/activity/scheme.ts";

/** One person or household on the form, as chosen so far. */
export interface DraftUnit {
  /** "household/slot", or "household/-" where the whole household is meant. */
  readonly key: string;
  readonly outcome: Outcome | null;
  /** As typed; what it is worth is judged on sending. */
  readonly quantity: string;
  /** Count per bonus key, as typed or ticked. */
  readonly bonuses: Readonly<Record<string, string>>;
  readonly groups: readonly PriorityGroup[];
  readonly checks: readonly UnitCheck[];
}

/**
 * What stands in the form of one record. It is read from the form's own fields, by the browser and the server
 * alike, so that every step works as a plain form and nothing typed is lost.
 */
export interface Draft {
  readonly id: string;
  readonly activityKey: string;
  readonly fields: Readonly<Record<TextField, string>>;
  readonly services: readonly string[];
  readonly helpers: readonly string[];
  readonly teachers: readonly string[];
  readonly photos: readonly string[];
  /** Figures for the report, as typed, by the counter's name. */
  readonly counters: Readonly<Record<string, string>>;
  readonly movements: readonly string[];
  readonly units: readonly DraftUnit[];
  readonly picker: PickerState;
}

export interface PickerState {
  readonly isOpen: boolean;
  readonly villageId: string;
  readonly lane: string;
  readonly search: string;
  readonly householdId: string | null;
  readonly adding: "household" | "person" | null;
}

export const TEXT_FIELDS = [
  "revision",
  "newId",
  "dayChoice",
  "otherDay",
  "mode",
  "audience",
  "outcomeForNext",
  "unknown",
  "visits",
  "minutes",
  "place",
  "note",
  "link",
  "stage",
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** The part of FormData that is read; a query has it too. */
export interface Fields {
  get(name: string): FormDataEntryValue | null;
  getAll(name: string): FormDataEntryValue[] | string[];
}

// Names that the form itself put into its fields: whatever else stands there, nobody chose on it.
const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const KEY = /^[a-z0-9][a-z0-9-]{0,59}$/;
const UNIT = /^(whole\/-|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\/(-|\d{1,2}))$/;

/** Everything on the form, in whatever state; what cannot be read is left empty. */
export function readDraft(fields: Fields): Draft {
  const text = (name: string) => textOf(fields.get(name));
  const many = (name: string, pattern: RegExp) =>
    [...new Set(fields.getAll(name).map(textOf))].filter((each) => pattern.test(each));
  return {
    id: text("id"),
    activityKey: text("viec"),
    fields: Object.fromEntries(TEXT_FIELDS.map((name) => [name, text(name)])) as Draft["fields"],
    services: many("service", KEY),
    helpers: many("helper", ID),
    teachers: many("teacher", ID),
    photos: many("photo", ID),
    counters: Object.fromEntries(
      CLAIM_COUNTERS.map((name) => [name, text(`counter.${name}`)] as const).filter(
        ([, typed]) => typed !== "",
      ),
    ),
    movements: [...new Set(fields.getAll("movement").map(textOf))].filter((name) => name.trim() !== ""),
    units: many("unit", UNIT).map((key) => readUnit(fields, key)),
    picker: {
      isOpen: text("pickerOpen") === "yes",
      villageId: text("pickerVillage"),
      lane: text("pickerLane"),
      search: text("pickerSearch"),
      householdId: text("pickerHousehold") || null,
      adding:
        text("pickerAdding") === "household"
          ? "household"
          : text("pickerAdding") === "person"
            ? "person"
            : null,
    },
  };
}

function readUnit(fields: Fields, key: string): DraftUnit {
  const outcome = textOf(fields.get(`outcome.${key}`));
  const bonuses: Record<string, string> = {};
  for (const each of fields.getAll(`bonusKey.${key}`).map(textOf)) {
    const count = textOf(fields.get(`bonus.${key}.${each}`));
    if (KEY.test(each) && count) bonuses[each] = count;
  }
  return {
    key,
    outcome: OUTCOMES.find((known) => known === outcome) ?? null,
    quantity: textOf(fields.get(`quantity.${key}`)),
    bonuses,
    groups: PRIORITY_GROUPS.filter((group) => fields.getAll(`group.${key}`).map(textOf).includes(group)),
    checks: UNIT_CHECKS.filter((check) => fields.getAll(`check.${key}`).map(textOf).includes(check)),
  };
}

function textOf(value: FormDataEntryValue | string | null): string {
  return typeof value === "string" ? value : "";
}

export type DraftAct =
  | { readonly do: "open-picker" | "close-picker" | "all-households" }
  | { readonly do: "village" | "lane"; readonly value: string }
  | { readonly do: "household"; readonly id: string }
  | { readonly do: "add" | "drop"; readonly key: string }
  | { readonly do: "new"; readonly what: "household" | "person" }
  | { readonly do: "drop-photo"; readonly id: string };

/** One tap on the form. C21: after each household the list stays where it was, for the next door. */
export function applyAct(draft: Draft, act: DraftAct): Draft {
  const { picker } = draft;
  const withPicker = (change: Partial<PickerState>): Draft => ({
    ...draft,
    picker: { ...picker, ...change },
  });
  switch (act.do) {
    case "open-picker":
      return withPicker({ isOpen: true, householdId: null, adding: null });
    case "close-picker":
      return withPicker({ isOpen: false, householdId: null, adding: null });
    case "all-households":
      return withPicker({ householdId: null, adding: null });
    case "village":
      return withPicker({ villageId: act.value, lane: "", householdId: null, adding: null });
    case "lane":
      return withPicker({ lane: act.value, search: "", householdId: null, adding: null });
    case "household":
      return withPicker({ householdId: act.id, adding: null });
    case "new":
      return withPicker({ adding: act.what });
    case "add":
      return addUnit(withPicker({ isOpen: false, householdId: null, adding: null, search: "" }), act.key);
    case "drop":
      return { ...draft, units: draft.units.filter(({ key }) => key !== act.key) };
    case "drop-photo":
      return { ...draft, photos: draft.photos.filter((id) => id !== act.id) };
  }
}

function addUnit(draft: Draft, key: string): Draft {
  if (draft.units.some((unit) => unit.key === key)) return draft;
  const last = draft.units.at(-1)?.outcome ?? null;
  const wished = OUTCOMES.find((known) => known === draft.fields.outcomeForNext) ?? null;
  // Neighbours of one evening often end alike, so the last outcome is offered; it can be changed with one tap.
  const unit = { key, outcome: last ?? wished, quantity: "1", bonuses: {}, groups: [], checks: [] };
  return { ...draft, units: [...draft.units, unit] };
}

/** What the value of a button says it does; null for a value no button has. */
export function readAct(value: string): DraftAct | null {
  const [word = "", ...rest] = value.split(":");
  const about = rest.join(":");
  switch (word) {
    case "open-picker":
    case "close-picker":
    case "all-households":
      return { do: word };
    case "village":
    case "lane":
      return { do: word, value: about };
    case "household":
      return { do: word, id: about };
    case "add":
    case "drop":
      return UNIT.test(about) ? { do: word, key: about } : null;
    case "drop-photo":
      return { do: word, id: about };
    case "new":
      return about === "household" || about === "person" ? { do: word, what: about } : null;
    default:
      return null;
  }
}

export interface UnitPlace {
  readonly householdId: string;
  readonly slot: number | null;
}

export function unitKey({ householdId, slot }: UnitPlace): string {
  return `${householdId}/${slot ?? "-"}`;
}

export function placeOf(key: string): UnitPlace {
  const [householdId = "", slot = "-"] = key.split("/");
  return { householdId, slot: /^\d{1,2}$/.test(slot) ? Number(slot) : null };
}
