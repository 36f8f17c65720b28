import type { CellStyle } from "hucre";
import { type Cell, type CellValue, writeXlsx } from "hucre/xlsx";
import type { RosterTable } from "./roster-table.ts";

const FONT = "Times New Roman";
const LINE = { style: "thin" as const, color: { rgb: "000000" } };
const GRID = { top: LINE, right: LINE, bottom: LINE, left: LINE };

const TITLE: CellStyle = {
  font: { name: FONT, size: 14, bold: true },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
};
const CENTRED: CellStyle = {
  font: { name: FONT, size: 12, bold: true },
  alignment: { horizontal: "center", wrapText: true },
};
const PLAIN_CENTRED: CellStyle = {
  font: { name: FONT, size: 12 },
  alignment: { horizontal: "center", wrapText: true },
};
const ITALIC: CellStyle = {
  font: { name: FONT, size: 12, italic: true },
  alignment: { horizontal: "center", wrapText: true },
};
const HEADING: CellStyle = {
  font: { name: FONT, size: 12, bold: true },
  alignment: { horizontal: "center", vertical: "center", wrapText: true },
  border: GRID,
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "EFEFEF" } },
};
const GROUP: CellStyle = { font: { name: FONT, size: 12, bold: true }, border: GRID };
const TEXT: CellStyle = {
  font: { name: FONT, size: 12 },
  alignment: { vertical: "center", wrapText: true },
  border: GRID,
};
const FIGURE: CellStyle = { ...TEXT, alignment: { horizontal: "center", vertical: "center" } };

/** The list as a workbook that prints on A4 across its width. What people typed stays text: nothing becomes a formula. */
export function writeRosterXlsx(table: RosterTable, sheetName: string): Promise<Uint8Array> {
  const width = table.columns.length;
  const half = Math.floor(width / 2);
  const rows: CellValue[][] = [];
  const cells = new Map<string, Partial<Cell>>();
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  const rowDefs = new Map<number, { height: number }>();

  const put = (row: number, column: number, value: CellValue, style: CellStyle) => {
    cells.set(`${row},${column}`, { value, type: typeof value === "number" ? "number" : "string", style });
  };
  const across = (from: number, to: number, value: string, style: CellStyle, height = 20) => {
    const row = rows.length - 1;
    put(row, from, value, style);
    if (to > from) merges.push({ startRow: row, startCol: from, endRow: row, endCol: to });
    rowDefs.set(row, { height });
  };
  const blank = () => rows.push(Array.from({ length: width }, () => null));

  const { header } = table;
  const pairs: [string, CellStyle, string, CellStyle][] = [
    [
      header.superiorBody.toLocaleUpperCase("vi"),
      PLAIN_CENTRED,
      header.country.toLocaleUpperCase("vi"),
      CENTRED,
    ],
    [header.issuingBody.toLocaleUpperCase("vi"), CENTRED, header.motto, CENTRED],
    ["", PLAIN_CENTRED, header.placeAndDate, ITALIC],
  ];
  for (const [left, leftStyle, right, rightStyle] of pairs) {
    blank();
    across(0, half - 1, left, leftStyle);
    across(half, width - 1, right, rightStyle);
  }
  blank();
  blank();
  across(0, width - 1, table.title.toLocaleUpperCase("vi"), TITLE, 24);
  blank();
  across(0, width - 1, table.subtitle, TITLE, 40);
  if (table.attachedTo !== null) {
    blank();
    across(0, width - 1, table.attachedTo, ITALIC);
  }
  blank();

  const headingRow = rows.length;
  blank();
  for (const [column, { heading }] of table.columns.entries()) put(headingRow, column, heading, HEADING);
  rowDefs.set(headingRow, { height: 36 });
  for (const group of table.groups) {
    blank();
    for (let column = 0; column < width; column++) put(rows.length - 1, column, "", GROUP);
    across(0, width - 1, group.title, GROUP);
    for (const row of group.rows) {
      blank();
      for (const [column, value] of row.entries()) {
        put(rows.length - 1, column, value, table.columns[column]?.isFigure ? FIGURE : TEXT);
      }
    }
  }
  const lastRow = rows.length;
  blank();
  blank();
  across(0, width - 1, table.closing, { font: { name: FONT, size: 12, italic: true } });
  const lastColumn = String.fromCharCode(64 + width);
  return writeXlsx({
    defaultFont: { name: FONT, size: 12 },
    sheets: [
      {
        name: sheetName,
        rows,
        cells,
        merges,
        rowDefs,
        columns: table.columns.map(({ width: share }) => ({ width: share })),
        freezePane: { rows: headingRow + 1 },
        autoFilter: { range: `A${headingRow + 1}:${lastColumn}${lastRow}` },
        pageSetup: {
          paperSize: "a4",
          orientation: "landscape",
          fitToPage: true,
          fitToWidth: 1,
          fitToHeight: 0,
          printTitlesRow: `${headingRow + 1}:${headingRow + 1}`,
          horizontalCentered: true,
          margins: { top: 0.79, bottom: 0.79, left: 1.18, right: 0.59, header: 0.3, footer: 0.3 },
        },
      },
    ],
  });
}
