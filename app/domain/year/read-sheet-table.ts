import type { TextRefusal } from "../text/clean-text.ts";
import { foldVietnamese } from "../text/fold-vietnamese.ts";
import { holdsIdentityNumber } from "../text/identity-number.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import { MOST_CRITERIA } from "./check-criteria-sheet.ts";
import type { CriteriaRefusal } from "./criteria-refusals.ts";
import { type CriteriaGroup, type CriteriaSheet, type Criterion, FULL_SHEET } from "./criteria-sheet.ts";
import { readHundredths } from "./sheet-figures.ts";

type Cell = string | number | boolean | null;
export type SheetGrid = readonly (readonly Cell[])[];

export interface SheetReading {
  readonly sheet: CriteriaSheet;
  /** Criteria that kept the way they are counted, and those the office will write beside a document. */
  readonly counted: number;
  readonly told: number;
}

type Columns = Readonly<Record<"title" | "maximum", number>> &
  Readonly<Record<"order" | "how" | "key", number | null>>;

interface TableLine {
  readonly order: string;
  readonly title: string;
  readonly how: string;
  readonly key: string;
  /** Hundredths; below nought for what is taken off; null where the row has no points. */
  readonly maximum: number | null;
}

const TITLE_AT_MOST = 200;
const HOW_AT_MOST = 600;
const ROWS_AT_MOST = 2_000;
const ROMAN_OR_LETTER = /^(?:[IVXLC]{1,7}|[A-ZĐ])[.)]?$/;
const ROMAN_IN_TITLE = /^(?:[IVXLC]{1,7}|[A-ZĐ])\s*[.)]\s+/;

/**
 * K06: a scoring sheet as offices send it, whatever stands above and below the table. A criterion that is known by its
 * code or its name keeps the way it is counted; any other is written by the office beside a document.
 */
export function readSheetTable(
  grid: SheetGrid,
  known: CriteriaSheet,
): Verdict<SheetReading, CriteriaRefusal | Extract<TextRefusal, { code: "identity_number" }>> {
  if (grid.length > ROWS_AT_MOST) return refused({ code: "criteria_table_too_long", most: ROWS_AT_MOST });
  const head = findHead(grid);
  if (head === null) return refused({ code: "criteria_table_unknown" });
  const lines = grid.slice(head.row + 1).flatMap((row) => readLine(row, head.columns) ?? []);
  const { groups, declared } = gather(lines, known);
  const criteria = groups.flatMap((group) => group.criteria);
  if (criteria.length === 0) return refused({ code: "criteria_table_unknown" });
  if (criteria.length > MOST_CRITERIA)
    return refused({ code: "criteria_table_too_long", most: MOST_CRITERIA });
  const words = groups.flatMap((group) => [
    group.title,
    ...group.criteria.flatMap(({ title, explanation }) => [title, explanation]),
  ]);
  if (words.some(holdsIdentityNumber)) return refused({ code: "identity_number" });
  const counted = criteria.filter(({ measure }) => measure.by === "metric").length;
  return allowed({
    sheet: { ...known, groups, total: totalOf(criteria, declared) },
    counted,
    told: criteria.length - counted,
  });
}

function findHead(grid: SheetGrid): { readonly row: number; readonly columns: Columns } | null {
  for (const [row, cells] of grid.entries()) {
    const words = cells.map((cell) => (typeof cell === "string" ? foldVietnamese(cell) : ""));
    const title = words.findIndex((word) => /^(?:ten |noi dung )?(?:tieu chi|noi dung|chi tieu)/.test(word));
    const maximum = findMaximum(words);
    if (title < 0 || maximum < 0 || title === maximum) continue;
    const find = (pattern: RegExp) => {
      const found = words.findIndex(
        (word, index) => index !== title && index !== maximum && pattern.test(word),
      );
      return found < 0 ? null : found;
    };
    return {
      row,
      columns: {
        title,
        maximum,
        order: find(/^(?:tt|stt|so tt|so thu tu)$/),
        how: find(/cach tinh|cach cham|huong dan|dien giai|yeu cau|ghi chu/),
        key: find(/^ma(?: so| tieu chi)?$/),
      },
    };
  }
  return null;
}

/** The best of the headings that speak of points: never those of self score, bonus or council. */
function findMaximum(words: readonly string[]): number {
  for (const pattern of [/diem toi da/, /diem chuan|thang diem|khung diem/, /^(?:so )?diem$/]) {
    const found = words.findIndex((word) => pattern.test(word));
    if (found >= 0) return found;
  }
  return -1;
}

function readLine(row: readonly Cell[], columns: Columns): TableLine | null {
  const text = (index: number | null) => (index === null ? "" : tidy(row[index] ?? null));
  const words = row.map((cell) => (typeof cell === "string" ? tidy(cell) : ""));
  // Titles of groups are often written across merged cells and stand in the first of them.
  const spread = words.find((word) => /\p{Letter}{2}/u.test(word)) ?? "";
  const title = text(columns.title) || spread;
  if (title === "") return null;
  const maximum = readMaximum(row[columns.maximum] ?? null);
  const folded = foldVietnamese(title);
  if (/^(?:ten |noi dung )?tieu chi$/.test(folded) || (maximum === null && folded.startsWith("diem toi da")))
    return null;
  return {
    order: text(columns.order),
    title: title.slice(0, TITLE_AT_MOST),
    how: text(columns.how).slice(0, HOW_AT_MOST),
    key: text(columns.key),
    maximum,
  };
}

/** "30", 30, "30 điểm", "tối đa 30,5đ", "+3", "-5" and "(5)". */
function readMaximum(cell: Cell): number | null {
  if (typeof cell === "number") {
    const hundredths = Math.round(cell * 100);
    return Math.abs(cell * 100 - hundredths) < 1e-6 && Math.abs(hundredths) <= FULL_SHEET ? hundredths : null;
  }
  if (typeof cell !== "string") return null;
  const found = /^(?:toi da )?([+(-]?)\s*(\d{1,4}(?:[.,]\d{1,2})?)\)?\s*(?:d|diem)?$/.exec(
    foldVietnamese(cell),
  );
  const points = found?.[2] === undefined ? null : readHundredths(found[2]);
  if (points === null) return null;
  return found?.[1] === "-" || found?.[1] === "(" ? -points : points;
}

function gather(
  lines: readonly TableLine[],
  known: CriteriaSheet,
): { readonly groups: readonly CriteriaGroup[]; readonly declared: number | null } {
  const groups: { key: string; title: string; criteria: Criterion[] }[] = [];
  const taken = new Set<string>();
  let declared: number | null = null;
  for (const [index, line] of lines.entries()) {
    const isTotal = /^(?:tong(?: cong| diem| so diem)?|cong)\b/.test(foldVietnamese(line.title));
    if (isTotal && line.maximum !== null) {
      declared ??= Math.abs(line.maximum);
      continue;
    }
    if (line.maximum === null || isHeading(line, lines[index + 1])) {
      groups.push({ key: `group-${groups.length + 1}`, title: withoutNumber(line.title), criteria: [] });
      continue;
    }
    if (line.maximum === 0) continue;
    if (groups.length === 0) groups.push({ key: "group-1", title: "Tiêu chí", criteria: [] });
    const group = groups.at(-1);
    group?.criteria.push(makeCriterion(line, group.title, known, taken));
  }
  // What stands under the table, names and places to sign, reads as a heading of nothing.
  return { groups: groups.filter(({ criteria }) => criteria.length > 0), declared };
}

/** "I", "II", "A" with a subtotal of the rows below; where nothing is below, it is a criterion itself. */
function isHeading(line: TableLine, next: TableLine | undefined): boolean {
  const isMarked = ROMAN_OR_LETTER.test(line.order) || (line.order === "" && ROMAN_IN_TITLE.test(line.title));
  if (!isMarked || next === undefined || next.maximum === null) return false;
  return (
    !ROMAN_OR_LETTER.test(next.order) &&
    !ROMAN_IN_TITLE.test(next.title) &&
    !/^tong/.test(foldVietnamese(next.title))
  );
}

function makeCriterion(line: TableLine, group: string, known: CriteriaSheet, taken: Set<string>): Criterion {
  const title = withoutNumber(line.title);
  const name = foldVietnamese(title);
  const match = known.groups
    .flatMap(({ criteria }) => criteria)
    .find((each) => !taken.has(each.key) && (each.key === line.key || foldVietnamese(each.title) === name));
  const nature = natureOf(line, group);
  const key = match?.key ?? freeKey(name, taken);
  taken.add(key);
  const isCounted = match !== undefined && nature !== "deduction";
  return {
    key,
    title,
    explanation: line.how || match?.explanation || "",
    maximum: Math.abs(line.maximum ?? 0),
    nature,
    measure: isCounted ? match.measure : { by: "document" },
  };
}

function natureOf(line: TableLine, group: string): Criterion["nature"] {
  const words = foldVietnamese(`${group} ${line.title}`);
  if ((line.maximum ?? 0) < 0 || /diem tru|tru diem/.test(words)) return "deduction";
  return /diem thuong|diem cong them|^thuong\b/.test(words) || /^thuong\b/.test(foldVietnamese(line.title))
    ? "bonus"
    : "part";
}

/** Some sheets add the bonus into their last line; the hundred is what the parts come to. */
function totalOf(criteria: readonly Criterion[], declared: number | null): number {
  if (declared === null) return FULL_SHEET;
  const bonus = criteria.reduce((sum, { nature, maximum }) => sum + (nature === "bonus" ? maximum : 0), 0);
  const parts = criteria.reduce((sum, { nature, maximum }) => sum + (nature === "part" ? maximum : 0), 0);
  return bonus > 0 && declared === parts + bonus ? parts : declared;
}

function freeKey(name: string, taken: ReadonlySet<string>): string {
  const stem =
    name
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-+|-+$/g, "")
      .slice(0, 40) || "own";
  if (!taken.has(stem)) return stem;
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`;
  }
}

/** "I. Kết quả", "1) Báo cáo", "2.1. Phủ hộ": the number belongs to the table. */
function withoutNumber(title: string): string {
  return title.replace(/^(?:(?:[IVXLC]{1,7}|[A-ZĐ]|\d{1,2}(?:\.\d{1,2})*)\s*[.)]\s*)/, "").trim() || title;
}

function tidy(cell: Cell): string {
  if (cell === null || typeof cell === "boolean") return "";
  return String(cell)
    .normalize("NFC")
    .replace(/[\p{Control}\p{Format}\p{Surrogate}\p{Private_Use}\uFFFD\s]+/gu, " ")
    .trim();
}
