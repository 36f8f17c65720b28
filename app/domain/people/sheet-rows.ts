import { foldVietnamese } from "../text/fold-vietnamese.ts";
import type { Cell } from "./sheet-heading.ts";

// What stands between and below the rows of a table as offices write them, whatever the table lists.

/** A row that lists nothing: empty, a total, numbers of columns, or what stands below the table. Null: look closer. */
export function frameOfRow(cells: readonly Cell[]): "blank" | "total" | "after_table" | null {
  const texts = cells.map(textOf).filter(Boolean);
  if (texts.length === 0) return "blank";
  if (texts.some(isTotal)) return "total";
  const first = foldVietnamese(texts[0] ?? "");
  if (/^(nguoi lap|tm\.|tm |chu tich|noi nhan|ghi chu:|ngay .* thang)/.test(first)) return "after_table";
  return isColumnNumbers(texts) ? "blank" : null;
}

/**
 * "II. Thôn Đông" between the rows: whatever follows is there. Vi and Vì, Bàn and Lang are family names: a Roman
 * number needs its dot or a cell of its own, and the word for a village its marks.
 */
export function looksLikeSection(cells: readonly Cell[]): boolean {
  const first = cells.map(textOf).find(Boolean) ?? "";
  return (
    /^[IVXLCivxlc]+[.)]|^[IVXLC]+$/.test(first) ||
    /^(?:[ivxlc\d]+[.)]?\s*)?(?:thôn|khu phố|khu|tổ dân phố|tdp|bản|xóm|ấp|buôn|làng)\s/.test(
      first.toLocaleLowerCase("vi"),
    )
  );
}

export function sectionTitle(cells: readonly Cell[]): string {
  const texts = cells.map(textOf).filter(Boolean);
  const words = texts.filter((text) => !/^[IVXLCivxlc\d]+[.)]?$/.test(text)).join(" ");
  return words
    .replace(/^\s*(?:[IVXLC]+|\d+)[.)]\s*/, "")
    .replace(/\s*[:(].*$/, "")
    .trim();
}

export function textOf(cell: Cell): string {
  if (cell === null || typeof cell === "boolean") return "";
  return String(cell).normalize("NFC").trim();
}

/** With its marks: "Công an" is a post and Tống Công Minh a person. */
function isTotal(text: string): boolean {
  return /^(?:tổng|tổng cộng|tổng số|cộng)\s*(?:[:.(]|\d|$)|^(?:tổng cộng|tổng số)(?!\p{L})/u.test(
    text.toLocaleLowerCase("vi"),
  );
}

/** The row "1 2 3 4 5" that numbers the columns under a heading. */
function isColumnNumbers(texts: readonly string[]): boolean {
  return texts.length >= 3 && texts.every((text, index) => text.replace(/[()]/g, "") === String(index + 1));
}
