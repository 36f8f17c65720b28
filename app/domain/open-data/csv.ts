export type CsvCell = string | number | null;

/** What spreadsheets would take for a formula is only text here. */
const FORMULA_START = /^[=+\-@\t\r]/;

/** RFC 4180: quoted where it must be, lines end in CRLF. What is not known is an empty cell. */
export function writeCsv(rows: readonly (readonly CsvCell[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(",")}\r\n`).join("");
}

function writeCell(cell: CsvCell): string {
  const text = readBackAs(cell);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What any reader of the table gets for the cell. */
export function readBackAs(cell: CsvCell): string {
  if (cell === null) return "";
  if (typeof cell === "number") return String(cell);
  return FORMULA_START.test(cell) ? `'${cell}` : cell;
}
