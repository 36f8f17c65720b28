import { type CellValue, readOds } from "hucre";
import { readXlsx } from "hucre/xlsx";
import type { WorkbookCell, WorkbookReading } from "../apart/apart.ts";
import { judgeArchive, readArchiveEntry } from "./judge-archive.server.ts";

const ZIP = [0x50, 0x4b, 0x03, 0x04];
/** Compound files: Excel 97-2003, and every workbook under a password. */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0];
const ENCRYPTED = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e";
const MOST_CELLS = 2_000_000;

/** What a file is, is judged by its first bytes: its name and its stated type are the sender's words. */
export async function readWorkbook(bytes: Uint8Array): Promise<WorkbookReading> {
  if (isCompound(bytes))
    return { ok: false, code: isLockedCompound(bytes) ? "workbook_locked" : "workbook_old_format" };
  if (!isArchive(bytes)) return { ok: false, code: "workbook_unreadable" };
  const verdict = judgeArchive(bytes);
  if (verdict === "too_large") return { ok: false, code: "workbook_too_large" };
  if (verdict === "unreadable") return { ok: false, code: "workbook_unreadable" };
  const workbook = await readXlsx(bytes).catch(() => readOds(bytes).catch(() => null));
  if (workbook === null) {
    return { ok: false, code: isLockedOds(bytes) ? "workbook_locked" : "workbook_unreadable" };
  }
  const cells = workbook.sheets.reduce(
    (sum, { rows }) => sum + rows.reduce((width, row) => width + row.length, 0),
    0,
  );
  if (cells > MOST_CELLS) return { ok: false, code: "workbook_too_large" };
  const sheets = workbook.sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map(plainCell)),
  }));
  return { ok: true, sheets };
}

/** OpenDocument keeps its parts under a password and says so in the list of them. */
function isLockedOds(bytes: Uint8Array): boolean {
  return readArchiveEntry(bytes, "META-INF/manifest.xml")?.includes("encryption-data") ?? false;
}

export function isArchive(bytes: Uint8Array): boolean {
  return startsWith(bytes, ZIP);
}

export function isCompound(bytes: Uint8Array): boolean {
  return startsWith(bytes, COMPOUND);
}

export function isLockedCompound(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(ENCRYPTED, 0, "latin1");
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, index) => bytes[index] === byte);
}

function plainCell(cell: CellValue | undefined): WorkbookCell {
  if (cell === undefined || cell === null) return null;
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === "object" ? null : cell;
}
