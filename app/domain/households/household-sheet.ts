import { parsePhone } from "../people/phone.ts";
import {
  type Cell,
  findHeading,
  type Grid,
  type Headings,
  type SheetHeading,
} from "../people/sheet-heading.ts";
import { frameOfRow, looksLikeSection, sectionTitle, textOf } from "../people/sheet-rows.ts";
import { foldVietnamese } from "../text/fold-vietnamese.ts";
import type { Priority } from "./household.ts";

type HouseholdField =
  | "number"
  | "code"
  | "head"
  | "lane"
  | "village"
  | "adults"
  | "everybody"
  | "phone"
  | "citizenId"
  | "ethnicity"
  | "note"
  | Priority;

const HEADINGS: Headings<HouseholdField> = [
  ["number", ["stt", "tt", "so tt", "so thu tu"]],
  ["code", ["ma ho", "ma so ho", "so ho", "ky hieu ho"]],
  [
    "head",
    ["chu ho", "ho va ten chu ho", "ho ten chu ho", "ten chu ho", "ho va ten", "ho ten", "dai dien ho"],
  ],
  ["lane", ["ngo", "ngo, xom", "ngo xom", "ngo/xom", "duong", "dia chi", "cum dan cu", "to lien gia", "xom"]],
  [
    "village",
    ["thon", "tdp", "to dan pho", "khu pho", "khu", "ban", "ap", "buon", "lang", "don vi", "thon, ban"],
  ],
  [
    "adults",
    ["so nguoi lon", "nguoi lon", "so nguoi tu 18", "so nguoi tu du 18", "tu 18 tuoi", "tu du 18 tuoi"],
  ],
  ["everybody", ["nhan khau", "so nhan khau", "so khau", "tong so nguoi", "so nguoi"]],
  ["phone", ["so dien thoai", "sdt", "dien thoai", "so dt", "dt", "di dong", "zalo"]],
  ["citizenId", ["so cccd", "cccd", "so dinh danh", "so cmnd", "cmnd", "can cuoc", "so can cuoc"]],
  ["minority", ["dan toc thieu so", "dtts"]],
  ["ethnicity", ["dan toc"]],
  ["elderly", ["nguoi cao tuoi", "co nguoi cao tuoi", "cao tuoi"]],
  ["disabled", ["khuyet tat", "nguoi khuyet tat", "co nguoi khuyet tat"]],
  ["poor", ["ho ngheo", "can ngheo", "ho can ngheo", "ngheo"]],
  ["remote", ["o xa", "vung xa", "vung sau"]],
  ["note", ["ghi chu"]],
];
const MARKED: readonly Priority[] = ["elderly", "disabled", "minority", "poor", "remote"];

/** One line as its cells say it, before anybody judged it. */
export interface HouseholdLine {
  readonly village: string;
  readonly code: string;
  readonly lane: string;
  readonly head: string;
  readonly adults: string;
  /** The last three digits alone: the rest of a number is not read. */
  readonly phoneEnd: string;
  readonly priorities: readonly Priority[];
}

export type HouseholdRow =
  | { readonly line: number; readonly kind: "household"; readonly household: HouseholdLine }
  | { readonly line: number; readonly kind: "section" | "total" | "blank" | "after_table" };

export type HouseholdSheet =
  | {
      readonly ok: true;
      readonly rows: readonly HouseholdRow[];
      /** A column of identity numbers was there and was not read, on purpose. */
      readonly ignoredCitizenIds: boolean;
      /** Nothing says how many are grown: each household counts with its head alone. */
      readonly hasNoAdults: boolean;
    }
  | { readonly ok: false; readonly code: "no_household_header" };

const HEAD_ALONE = "1";

/** Reads a list of households as offices write them, village by village under rows that name each. */
export function readHouseholdSheet(grid: Grid): HouseholdSheet {
  const heading = findHeading(grid, HEADINGS, "head");
  if (!heading) return { ok: false, code: "no_household_header" };
  const hasNoAdults = !heading.columns.has("adults");
  const rows: HouseholdRow[] = [];
  let village = "";
  let isAfterTable = false;
  for (let index = heading.firstRow; index < grid.length; index++) {
    const cells = grid[index] ?? [];
    const line = index + 1;
    const kind: HouseholdRow["kind"] = isAfterTable ? "after_table" : kindOfRow(cells, heading);
    isAfterTable = kind === "after_table";
    if (kind === "section") village = sectionTitle(cells);
    if (kind !== "household") rows.push({ line, kind });
    else {
      const household = readLine(cells, heading, village);
      rows.push({
        line,
        kind,
        household: hasNoAdults ? { ...household, adults: HEAD_ALONE } : household,
      });
      village = household.village;
    }
  }
  return { ok: true, rows, ignoredCitizenIds: heading.columns.has("citizenId"), hasNoAdults };
}

function kindOfRow(cells: readonly Cell[], heading: SheetHeading<HouseholdField>): HouseholdRow["kind"] {
  const frame = frameOfRow(cells);
  if (frame !== null) return frame;
  const filled = cells.filter((cell) => textOf(cell) !== "").length;
  const head = cellOf(cells, heading, "head");
  if (filled <= 2 && looksLikeSection(cells)) return "section";
  if (filled === 1 && head === "") return "section";
  return head === "" && filled < 3 ? "blank" : "household";
}

function readLine(
  cells: readonly Cell[],
  heading: SheetHeading<HouseholdField>,
  villageAbove: string,
): HouseholdLine {
  const field = (name: HouseholdField) => cellOf(cells, heading, name);
  return {
    village: field("village") || villageAbove,
    code: field("code"),
    lane: field("lane"),
    head: field("head").replace(/\s+/g, " "),
    adults: field("adults"),
    phoneEnd: parsePhone(field("phone"))?.slice(-3) ?? "",
    priorities: MARKED.filter((kind) =>
      kind === "minority" ? isMarked(field(kind)) || isMinority(field("ethnicity")) : isMarked(field(kind)),
    ),
  };
}

/** Offices mark with "x", "có" or a count; "0" and "không" say no. */
function isMarked(text: string): boolean {
  return text !== "" && !/^(?:0|-|khong|ko|k)$/.test(foldVietnamese(text));
}

function isMinority(ethnicity: string): boolean {
  return ethnicity !== "" && foldVietnamese(ethnicity) !== "kinh";
}

function cellOf(
  cells: readonly Cell[],
  heading: SheetHeading<HouseholdField>,
  field: HouseholdField,
): string {
  const column = heading.columns.get(field);
  return column === undefined ? "" : textOf(cells[column] ?? null);
}
