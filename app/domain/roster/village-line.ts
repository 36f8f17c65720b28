import { detectLegacyEncoding, uncapitalise } from "../people/person-name.ts";
import { foldVietnamese } from "../text/fold-vietnamese.ts";
import { allowed, refused, type Verdict } from "../verdict.ts";
import { LONGEST_VILLAGE_NAME } from "./village.ts";

/** What one pasted line says of a village; null where it says nothing of the count. */
export interface VillageDraft {
  readonly name: string;
  readonly households: number | null;
  readonly adults: number | null;
}

export type VillageLineRefusal =
  | { readonly code: "village_name_missing" }
  | { readonly code: "village_name_too_long"; readonly maximum: number }
  | { readonly code: "village_line_lists_several" }
  | { readonly code: "village_font_outdated" }
  | { readonly code: "village_count_unreadable"; readonly found: string };

/** Where a table's columns stand, as its heading told. */
export interface VillageColumns {
  readonly name: number;
  readonly households: number | null;
  readonly adults: number | null;
}

const MOST_HOUSEHOLDS = 100_000;
const MOST_ADULTS = 500_000;

const NAME_HEADING = /^(?:ten|thon|khu pho|khu|to dan pho|tdp|xom|ban|ap|don vi|danh sach)\b/;
const HOUSEHOLDS_HEADING = /^(?:tong )?(?:so )?ho(?: gia dinh| dan)?$/;
const ADULTS_HEADING = /(?:nguoi lon|truong thanh|18 tuoi|tu 18)/;
const NUMBER_HEADING = /^(?:stt|tt|so tt)$/;
const TOTAL_LINE = /^(?:tong cong|tong so|tong|cong)(?:$|[\s:.])/;

export function cellsOf(line: string): string[] {
  return line.split("\t").map((cell) => cell.normalize("NFC").replace(/\s+/g, " ").trim());
}

/** The columns, when the line is a table's heading; null when it is a village. */
export function readVillageHeading(cells: readonly string[]): VillageColumns | null {
  const folded = cells.map((cell) => foldVietnamese(cell));
  const name = folded.findIndex((cell) => NAME_HEADING.test(cell));
  const households = folded.findIndex((cell) => HOUSEHOLDS_HEADING.test(cell));
  const adults = folded.findIndex((cell) => ADULTS_HEADING.test(cell));
  const isNumbered = folded.some((cell) => NUMBER_HEADING.test(cell));
  const isHeading =
    name >= 0 &&
    (households >= 0 ||
      adults >= 0 ||
      isNumbered ||
      /^ten (?:thon|khu|to|xom|ban|ap)/.test(folded[name] ?? ""));
  if (!isHeading || folded.some((cell) => /^\d+$/.test(cell))) return null;
  return { name, households: households < 0 ? null : households, adults: adults < 0 ? null : adults };
}

export function isTotalLine(cells: readonly string[]): boolean {
  const first = cells.find((cell) => /\p{L}/u.test(cell)) ?? "";
  return TOTAL_LINE.test(foldVietnamese(first));
}

export function readVillageLine(
  cells: readonly string[],
  columns: VillageColumns | null,
): Verdict<VillageDraft, VillageLineRefusal> {
  const parts = columns
    ? byColumns(cells, columns)
    : cells.length > 1
      ? byPlace(cells)
      : bySentence(cells[0] ?? "");
  const name = tidyName(parts.name);
  if (!/[\p{L}\d]/u.test(name)) return refused({ code: "village_name_missing" });
  if (detectLegacyEncoding(name)) return refused({ code: "village_font_outdated" });
  if (/[,;]/.test(name)) return refused({ code: "village_line_lists_several" });
  if (name.length > LONGEST_VILLAGE_NAME) {
    return refused({ code: "village_name_too_long", maximum: LONGEST_VILLAGE_NAME });
  }
  const households = readCount(parts.households, MOST_HOUSEHOLDS);
  if (households === undefined) return refused({ code: "village_count_unreadable", found: parts.households });
  const adults = readCount(parts.adults, MOST_ADULTS);
  if (adults === undefined) return refused({ code: "village_count_unreadable", found: parts.adults });
  return allowed({ name, households, adults });
}

interface LineParts {
  readonly name: string;
  readonly households: string;
  readonly adults: string;
}

function byColumns(cells: readonly string[], columns: VillageColumns): LineParts {
  const at = (column: number | null) => (column === null ? "" : (cells[column] ?? ""));
  return { name: at(columns.name), households: at(columns.households), adults: at(columns.adults) };
}

/** Without a heading: a running number may stand first, then the name, then households, then adults. */
function byPlace(cells: readonly string[]): LineParts {
  const hasNumber = /^\d{1,3}[.)]?$/.test(cells[0] ?? "") && /\p{L}/u.test(cells[1] ?? "");
  const [name = "", households = "", adults = ""] = hasNumber ? cells.slice(1) : cells;
  return { name, households, adults };
}

/** A line of a message: "3. Thôn Đông: 120 hộ, 340 người lớn". */
function bySentence(line: string): LineParts {
  const households = /(\d[\d.,\s]*)\s*hộ(?!\p{L})/iu.exec(line);
  const adults = /(\d[\d.,\s]*)\s*(?:người lớn|người trưởng thành|người từ 18)/iu.exec(line);
  const begins = [households, adults].flatMap((match) => (match ? [match.index] : []));
  const name = begins.length > 0 ? line.slice(0, Math.min(...begins)) : line;
  return { name, households: households?.[1] ?? "", adults: adults?.[1] ?? "" };
}

/** Bullets, running numbers and closing signs belong to the message, not to the village. */
function tidyName(text: string): string {
  const bare = text
    .replace(/^[-–•*+·]\s*/, "")
    .replace(/^\d{1,3}\s*[.)]\s*(?=.*\p{L})/u, "")
    .replace(/[\s:;,.(–-]+$/, "")
    .trim();
  return uncapitalise(bare);
}

/** null for an empty cell, undefined for one that is no count. "1.234", "1 234" and "1,234" are one number. */
function readCount(text: string, most: number): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === "" || /^[-–—]+$/.test(trimmed)) return null;
  if (!/^\d{1,3}(?:[.,\s]\d{3})*$|^\d+$/.test(trimmed)) return undefined;
  const count = Number(trimmed.replace(/[.,\s]/g, ""));
  return count <= most ? count : undefined;
}
