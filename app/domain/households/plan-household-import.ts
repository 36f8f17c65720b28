import { uncapitalise } from "../people/person-name.ts";
import { cleanText } from "../text/clean-text.ts";
import { unifySpelling } from "../text/fold-vietnamese.ts";
import {
  LONGEST_HEAD_LABEL,
  LONGEST_HOUSEHOLD_CODE,
  LONGEST_LANE,
  MOST_ADULTS,
  type Priority,
} from "./household.ts";
import { householdCodeKey } from "./household-code.ts";
import type { HouseholdLine } from "./household-sheet.ts";

export const MENDED_FIELDS = ["village", "code", "lane", "head", "adults"] as const;
export type MendedField = (typeof MENDED_FIELDS)[number];
/** What a person typed over the file's own cells. */
export type HouseholdMend = { readonly [Field in MendedField]?: string };

export type HouseholdProblem =
  | { code: "village_missing" }
  | { code: "village_unknown"; found: string }
  | { code: "head_missing" }
  | { code: "adults_unclear"; found: string }
  /** Hidden or broken characters, too long, or a citizen's number where none belongs. */
  | { code: "household_text_invalid"; field: "code" | "lane" | "head" }
  | { code: "duplicate_in_file"; line: number }
  /** The same head in the same lane stands in the list under another code, or several times. */
  | { code: "household_ambiguous"; codes: readonly string[] };

export type HouseholdChangedField = "lane" | "head" | "adults" | "priorities";

export interface KnownHousehold {
  readonly id: string;
  readonly villageId: number;
  readonly code: string;
  readonly lane: string | null;
  readonly head: string;
  readonly adults: number;
  readonly priorities: readonly Priority[];
}

export type HouseholdFate =
  | { readonly fate: "create"; readonly villageId: number }
  | {
      readonly fate: "update";
      readonly villageId: number;
      readonly householdId: string;
      readonly changes: readonly HouseholdChangedField[];
    }
  | { readonly fate: "same"; readonly villageId: number; readonly householdId: string }
  | { readonly fate: "problem"; readonly problems: readonly HouseholdProblem[] };

/** A line as it reads with what was typed over it. A code that is null is given when the list is taken over. */
export interface ReadHousehold {
  readonly code: string | null;
  readonly lane: string | null;
  readonly head: string;
  readonly adults: number;
  readonly priorities: readonly Priority[];
}

export interface PlannedHousehold {
  readonly line: number;
  readonly household: ReadHousehold;
  readonly outcome: HouseholdFate;
}

export interface HouseholdImportFacts {
  readonly known: readonly KnownHousehold[];
  readonly findVillage: (words: string) => number | null;
}

type Given = { readonly line: number; readonly household: HouseholdLine };

/**
 * What each line of a list would do, before anything is done. A household is known by its code in its village;
 * without a code by its head and lane. The same file a second time is all "same".
 */
export function planHouseholdImport(
  lines: readonly Given[],
  facts: HouseholdImportFacts,
): PlannedHousehold[] {
  const planner = openHouseholdPlanner(facts.findVillage);
  for (const known of facts.known) planner.know(known);
  return lines.map(planner.plan);
}

/** The same line by line, so that whoever plans a whole commune can let others in between. */
export function openHouseholdPlanner(findVillage: HouseholdImportFacts["findVillage"]) {
  const byCode = new Map<string, KnownHousehold>();
  const byHead = new Map<string, KnownHousehold[]>();
  const seen = new Map<string, number>();
  return {
    /** Every household of the lists, before the first line. */
    know(known: KnownHousehold): void {
      byCode.set(codeKey(known.villageId, known.code), known);
      const key = headKey(known.villageId, known);
      const alike = byHead.get(key);
      if (alike) alike.push(known);
      else byHead.set(key, [known]);
    },
    plan({ line, household: given }: Given): PlannedHousehold {
      const { household, problems } = judgeLine(given);
      const villageId = given.village === "" ? null : findVillage(given.village);
      if (given.village === "") problems.push({ code: "village_missing" });
      else if (villageId === null) problems.push({ code: "village_unknown", found: given.village });
      if (villageId === null || problems.length > 0)
        return { line, household, outcome: { fate: "problem", problems } };
      const outcome = planLine({ line, household, villageId }, { byCode, byHead, seen });
      return { line, household, outcome };
    },
  };
}

interface Index {
  readonly byCode: ReadonlyMap<string, KnownHousehold>;
  readonly byHead: ReadonlyMap<string, readonly KnownHousehold[]>;
  readonly seen: Map<string, number>;
}

function planLine(
  { line, household, villageId }: { line: number; household: ReadHousehold; villageId: number },
  { byCode, byHead, seen }: Index,
): HouseholdFate {
  const alike = byHead.get(headKey(villageId, household)) ?? [];
  const coded = household.code === null ? undefined : byCode.get(codeKey(villageId, household.code));
  const known = coded ?? (household.code === null && alike.length === 1 ? alike[0] : undefined);
  const key =
    known?.id ??
    (household.code === null ? headKey(villageId, household) : codeKey(villageId, household.code));
  const earlier = seen.get(key);
  if (earlier !== undefined)
    return { fate: "problem", problems: [{ code: "duplicate_in_file", line: earlier }] };
  seen.set(key, line);
  if (!known && alike.length > 0) {
    return {
      fate: "problem",
      problems: [{ code: "household_ambiguous", codes: alike.map(({ code }) => code) }],
    };
  }
  if (!known) return { fate: "create", villageId };
  const changes = changesOf(known, household);
  const place = { villageId, householdId: known.id };
  return changes.length === 0 ? { fate: "same", ...place } : { fate: "update", ...place, changes };
}

/** The words of a line held against what the list can keep. */
function judgeLine(given: HouseholdLine): { household: ReadHousehold; problems: HouseholdProblem[] } {
  const problems: HouseholdProblem[] = [];
  const text = (field: "code" | "lane" | "head", maximum: number) => {
    const verdict = cleanText(given[field], {
      minimum: 0,
      maximum,
      lines: "one",
      identityNumbers: "refused",
    });
    if (verdict.ok) return verdict.value;
    problems.push({ code: "household_text_invalid", field });
    return given[field];
  };
  const code = text("code", LONGEST_HOUSEHOLD_CODE);
  const lane = text("lane", LONGEST_LANE);
  const head = uncapitalise(text("head", LONGEST_HEAD_LABEL));
  if (head === "") problems.push({ code: "head_missing" });
  const adults = /^\d{1,2}$/.test(given.adults) ? Number(given.adults) : Number.NaN;
  const isClear = adults <= MOST_ADULTS;
  if (!isClear) problems.push({ code: "adults_unclear", found: given.adults });
  return {
    household: {
      code: code || null,
      lane: lane || null,
      head,
      adults: isClear ? adults : 0,
      priorities: given.priorities,
    },
    problems,
  };
}

/** An empty cell takes nothing away from what the house knows. */
function changesOf(known: KnownHousehold, read: ReadHousehold): HouseholdChangedField[] {
  const changes: HouseholdChangedField[] = [];
  if (read.lane !== null && unifySpelling(read.lane) !== unifySpelling(known.lane ?? ""))
    changes.push("lane");
  if (unifySpelling(read.head) !== unifySpelling(known.head)) changes.push("head");
  if (read.adults !== known.adults) changes.push("adults");
  if (read.priorities.some((kind) => !known.priorities.includes(kind))) changes.push("priorities");
  return changes;
}

/** The household as it will read when the line is taken over. */
export function mergeHousehold(known: KnownHousehold, read: ReadHousehold) {
  return {
    lane: read.lane ?? known.lane,
    head: read.head,
    adults: read.adults,
    priorities: [...new Set([...known.priorities, ...read.priorities])],
  };
}

function codeKey(villageId: number, code: string): string {
  return `${villageId}/c/${householdCodeKey(code)}`;
}

function headKey(
  villageId: number,
  { head, lane }: { readonly head: string; readonly lane: string | null },
): string {
  return `${villageId}/h/${unifySpelling(head)}/${unifySpelling(lane ?? "")}`;
}
