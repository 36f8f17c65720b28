import { foldVietnamese } from "../text/fold-vietnamese.ts";
import type { TeamRole } from "./membership.ts";
import { detectLegacyEncoding, type LegacyEncoding, uncapitalise } from "./person-name.ts";
import { type Phone, parsePhone } from "./phone.ts";
import {
  type Cell,
  findRosterHeader,
  type Grid,
  type RosterField,
  type RosterHeader,
} from "./roster-header.ts";
import { frameOfRow, looksLikeSection, sectionTitle, textOf } from "./sheet-rows.ts";

export type Sex = "female" | "male";

/** A person as a roster writes him, before the roster of the house is asked whether it knows him. */
export interface RosterPerson {
  readonly name: string;
  readonly birthYear: number | null;
  readonly sex: Sex | null;
  readonly ethnicity: string | null;
  readonly position: string | null;
  readonly role: TeamRole;
  readonly village: string | null;
  readonly phone: Phone | null;
  readonly note: string | null;
}

export type RosterProblem =
  | { code: "name_missing" }
  | { code: "legacy_font"; encoding: LegacyEncoding; found: string }
  | { code: "phone_invalid"; found: string }
  | { code: "birth_invalid"; found: string }
  | { code: "role_unknown"; found: string }
  /** Hidden or broken characters, too long, or a citizen's number where none belongs. */
  | { code: "text_invalid"; field: "name" | "position" | "ethnicity"; found: string }
  | { code: "village_missing" };

export type RosterRow =
  | {
      readonly line: number;
      readonly kind: "person";
      readonly person: RosterPerson;
      readonly problems: readonly RosterProblem[];
    }
  | { readonly line: number; readonly kind: "section"; readonly title: string }
  | { readonly line: number; readonly kind: "total" | "blank" | "after_table" };

export type RosterSheet =
  | {
      ok: true;
      rows: readonly RosterRow[];
      /** A column of identity numbers was there and was not read, on purpose. */
      ignoredCitizenIds: boolean;
    }
  | { ok: false; code: "no_header" };

export interface RosterYears {
  /** Births outside are misprints: the plan's year less 100 and less 10 are sensible. */
  readonly oldestBirth: number;
  readonly youngestBirth: number;
}

/** Reads a sheet as offices write them: titles above, two-row headings, village rows between, totals below. */
export function readRosterSheet(grid: Grid, years: RosterYears): RosterSheet {
  const header = findRosterHeader(grid);
  if (!header) return { ok: false, code: "no_header" };
  const rows: RosterRow[] = [];
  let section: string | null = null;
  let villageAbove: string | null = null;
  let isAfterTable = false;
  for (let index = header.firstRow; index < grid.length; index++) {
    const cells = grid[index] ?? [];
    const line = index + 1;
    const kind: RosterRow["kind"] = isAfterTable ? "after_table" : kindOfRow(cells, header);
    if (kind === "section") {
      section = sectionTitle(cells);
      villageAbove = null;
      rows.push({ line, kind, title: section });
    } else if (kind === "person") {
      const read = readPerson(cells, header, villageAbove ?? section, years);
      villageAbove = read.person.village === section ? villageAbove : read.person.village;
      rows.push({ line, kind, ...read });
    } else {
      isAfterTable = kind === "after_table";
      rows.push({ line, kind });
    }
  }
  return { ok: true, rows, ignoredCitizenIds: header.columns.has("citizenId") };
}

function kindOfRow(cells: readonly Cell[], header: RosterHeader): RosterRow["kind"] {
  const filled = cells.filter((cell) => textOf(cell) !== "");
  const frame = frameOfRow(cells);
  if (frame !== null) return frame;
  const name = textOf(at(cells, header, "name"));
  const others = filled.length - (name === "" ? 0 : 1);
  if (filled.length <= 2 && looksLikeSection(cells)) return "section";
  if (filled.length === 1 && name === "") return "section";
  return name === "" && others < 2 ? "blank" : "person";
}

function readPerson(
  cells: readonly Cell[],
  header: RosterHeader,
  villageAbove: string | null,
  years: RosterYears,
): { person: RosterPerson; problems: RosterProblem[] } {
  const problems: RosterProblem[] = [];
  const field = (name: RosterField) => textOf(at(cells, header, name));
  const writtenName = field("name").replace(/\s+/g, " ");
  if (writtenName === "") problems.push({ code: "name_missing" });
  const encoding = detectLegacyEncoding(writtenName);
  if (encoding) problems.push({ code: "legacy_font", encoding, found: writtenName });
  const birth = readBirthYear(at(cells, header, "birth"), years);
  if (birth === "invalid") problems.push({ code: "birth_invalid", found: field("birth") });
  const phone = field("phone") === "" ? null : parsePhone(field("phone"));
  if (field("phone") !== "" && phone === null)
    problems.push({ code: "phone_invalid", found: field("phone") });
  const role = readRole(field("teamRole") || field("position"), header.columns.has("teamRole"));
  if (role === "unknown") problems.push({ code: "role_unknown", found: field("teamRole") });
  const village = field("village") || villageAbove;
  if (village === null) problems.push({ code: "village_missing" });
  return {
    person: {
      name: uncapitalise(writtenName),
      birthYear: birth === "invalid" ? null : birth,
      sex: readSex(field("sex"), field("male"), field("female")),
      ethnicity: field("ethnicity") || null,
      position: field("position") || null,
      role: role === "unknown" ? "member" : role,
      village,
      phone,
      note: field("note") || null,
    },
    problems,
  };
}

/** 1998, "1998", "5/6/1998", an Excel day number, or nothing. */
export function readBirthYear(cell: Cell, years: RosterYears): number | null | "invalid" {
  const text = textOf(cell);
  if (text === "") return null;
  const year = /^\d{5}$/.test(text)
    ? new Date(Date.UTC(1899, 11, 30) + Number(text) * 86_400_000).getUTCFullYear()
    : Number(/(?:^|\D)(\d{4})(?:$|\D)/.exec(text)?.[1] ?? Number.NaN);
  return year >= years.oldestBirth && year <= years.youngestBirth ? year : "invalid";
}

function readSex(sex: string, male: string, female: string): Sex | null {
  const word = foldVietnamese(sex);
  if (word === "nu") return "female";
  if (word === "nam") return "male";
  // Offices mark women with "x" in a column Nữ, or write the year of birth there.
  if (female !== "") return "female";
  return male === "" ? null : "male";
}

export function readRole(text: string, isTeamRole: boolean): TeamRole | "unknown" {
  const word = foldVietnamese(text);
  if (/\bto truong\b|\btruong to\b/.test(word)) return "leader";
  if (/\bto pho\b|\bpho to\b|\bpho to truong\b/.test(word)) return "deputy";
  if (!isTeamRole || word === "" || /\b(thanh vien|uy vien|to vien|thu ky)\b/.test(word)) return "member";
  return "unknown";
}

function at(cells: readonly Cell[], header: RosterHeader, field: RosterField): Cell {
  const column = header.columns.get(field);
  return column === undefined ? null : (cells[column] ?? null);
}
