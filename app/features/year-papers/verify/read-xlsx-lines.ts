import { readXlsx } from "hucre/xlsx";
import { type FileLine, type FileReading, plainText } from "./file-line.ts";

/** Every cell that says something, by its address; a figure is read as the number that is kept, whatever it looks like. */
export async function readXlsxLines(bytes: Uint8Array): Promise<FileReading> {
  const { sheets } = await readXlsx(bytes);
  const lines: FileLine[] = [];
  for (const { name, rows } of sheets) {
    for (const [row, cells] of rows.entries()) {
      for (const [column, value] of cells.entries()) {
        const text = saidBy(value);
        if (text !== "") lines.push({ at: `${name}!${columnName(column)}${row + 1}`, text });
      }
    }
  }
  return { lines, pictures: 0 };
}

function saidBy(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") return String(Number(value.toPrecision(15)));
  if (value instanceof Date) return value.toISOString();
  return plainText(String(value));
}

function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}
