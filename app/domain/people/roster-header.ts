import {
  type Cell,
  findHeading,
  type Grid,
  type Headings,
  headingOf,
  type SheetHeading,
} from "./sheet-heading.ts";

export type { Cell, Grid } from "./sheet-heading.ts";

export const rosterFields = [
  "number",
  "name",
  "birth",
  "male",
  "female",
  "sex",
  "ethnicity",
  "position",
  "teamRole",
  "village",
  "phone",
  "citizenId",
  "note",
] as const;
export type RosterField = (typeof rosterFields)[number];

// Folded beginnings of headings.
const HEADINGS: Headings<RosterField> = [
  ["number", ["stt", "tt", "so tt", "so thu tu"]],
  ["name", ["ho va ten", "ho ten", "ho, ten", "ten thanh vien", "thanh vien to"]],
  ["birth", ["nam sinh", "ngay sinh", "ngay, thang, nam sinh", "ngay thang nam sinh", "sinh nam"]],
  ["sex", ["gioi tinh"]],
  ["female", ["nu"]],
  ["male", ["nam"]],
  ["ethnicity", ["dan toc"]],
  ["teamRole", ["chuc danh trong to", "nhiem vu trong to", "chuc vu trong to", "vai tro", "nhiem vu"]],
  ["position", ["chuc vu", "chuc danh", "don vi cong tac", "nghe nghiep", "co quan"]],
  [
    "village",
    ["thon", "tdp", "to dan pho", "khu pho", "khu", "ban", "xom", "ap", "dia chi", "don vi", "noi o"],
  ],
  ["phone", ["so dien thoai", "sdt", "dien thoai", "so dt", "dt", "di dong", "zalo"]],
  ["citizenId", ["so cccd", "cccd", "so dinh danh", "so cmnd", "cmnd", "can cuoc"]],
  ["note", ["ghi chu"]],
];

export type RosterHeader = SheetHeading<RosterField>;

/** The heading of a table of people names them and at least one thing more. */
export function findRosterHeader(grid: Grid): RosterHeader | null {
  return findHeading(grid, HEADINGS, "name");
}

export function fieldOfHeading(cell: Cell): RosterField | null {
  return headingOf(cell, HEADINGS);
}
