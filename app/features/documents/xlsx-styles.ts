import type { CellStyle } from "hucre";
import type { PaperColumn } from "#app/domain/documents/paper.ts";

export const FONT = "Times New Roman";
const LINE = { style: "thin" as const, color: { rgb: "000000" } };
const GRID = { top: LINE, right: LINE, bottom: LINE, left: LINE };

const CENTRED = { horizontal: "center", vertical: "center", wrapText: true } as const;

export const TITLE: CellStyle = { font: { name: FONT, size: 14, bold: true }, alignment: CENTRED };
export const BOLD: CellStyle = { font: { name: FONT, size: 12, bold: true }, alignment: CENTRED };
export const PLAIN: CellStyle = { font: { name: FONT, size: 12 }, alignment: CENTRED };
export const ITALIC: CellStyle = { font: { name: FONT, size: 12, italic: true }, alignment: CENTRED };
export const CLOSING: CellStyle = {
  font: { name: FONT, size: 12, italic: true },
  alignment: { vertical: "top", wrapText: true },
};
export const HEADING: CellStyle = {
  ...BOLD,
  border: GRID,
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EFEFEF" } },
};
export const GROUP: CellStyle = { font: { name: FONT, size: 12, bold: true }, border: GRID };

/** As it is shown; the number under it stays whole. */
const NUMBER_FORMATS = { text: null, whole: "#,##0", money: "#,##0", points: "#,##0.##", share: "0.00%" };

export function styleOf({ kind, isCentred }: PaperColumn, isTotal: boolean): CellStyle {
  const horizontal = isCentred ? "center" : kind === "text" ? "left" : "right";
  const numFmt = NUMBER_FORMATS[kind];
  return {
    font: { name: FONT, size: 12, ...(isTotal ? { bold: true } : {}) },
    alignment: { horizontal, vertical: "center", wrapText: kind === "text" },
    border: GRID,
    ...(numFmt === null ? {} : { numFmt }),
  };
}
