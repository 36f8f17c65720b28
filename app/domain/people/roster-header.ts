import { foldVietnamese } from "../text/fold-vietnamese.ts";

/** A cell as a workbook gives it. Dates arrive as numbers of days (Excel) or as text. */
export type Cell = string | number | boolean | null;
export type Grid = readonly (readonly Cell[])[];

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

// Folded beginnings of headings, the longer before the shorter: "chức danh trong tổ" is not "chức danh".
const HEADINGS: readonly (readonly [RosterField, readonly string[]])[] = [
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

export interface RosterHeader {
  /** Index of the first row below the heading. */
  readonly firstRow: number;
  readonly columns: ReadonlyMap<RosterField, number>;
}

/** The heading: the first row, or pair of rows, that names people and at least one thing more. */
export function findRosterHeader(grid: Grid): RosterHeader | null {
  const searched = Math.min(grid.length, 40);
  for (let row = 0; row < searched; row++) {
    const single = readHeadings(grid[row] ?? [], []);
    if (!single.has("name") || single.size < 2) continue;
    const pair = readHeadings(grid[row] ?? [], grid[row + 1] ?? []);
    return pair.size > single.size
      ? { firstRow: row + 2, columns: pair }
      : { firstRow: row + 1, columns: single };
  }
  return null;
}

function readHeadings(upper: readonly Cell[], lower: readonly Cell[]): Map<RosterField, number> {
  const columns = new Map<RosterField, number>();
  for (let column = 0; column < Math.max(upper.length, lower.length); column++) {
    for (const cell of [lower[column], upper[column]]) {
      const field = fieldOfHeading(cell ?? null);
      if (!field) continue;
      if (!columns.has(field)) columns.set(field, column);
      break;
    }
  }
  return columns;
}

export function fieldOfHeading(cell: Cell): RosterField | null {
  if (typeof cell !== "string" || cell.length > 60) return null;
  const text = foldVietnamese(cell).replace(/\s+/g, " ").trim();
  let best: { field: RosterField; length: number } | null = null;
  for (const [field, words] of HEADINGS) {
    for (const word of words) {
      const fits =
        text === word ||
        text.startsWith(`${word} `) ||
        text.startsWith(`${word}/`) ||
        text.startsWith(`${word}(`);
      if (fits && word.length > (best?.length ?? 0)) best = { field, length: word.length };
    }
  }
  return best?.field ?? null;
}
