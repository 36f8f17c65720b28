import type { TableReading } from "../apart/apart.ts";
import { readDelimited } from "./read-delimited.server.ts";
import { isArchive, isCompound, readWorkbook } from "./read-workbook.server.ts";

/** Beginnings of what is no table: PDF, PNG, JPEG, GIF, RAR, 7z, gzip, programs. */
const OTHERS = ["%PDF", "\x89PNG", "\xff\xd8\xff", "GIF8", "Rar!", "7z\xbc\xaf", "\x1f\x8b", "MZ", "\x7fELF"];
/** What programs of offices call ".xls" and is a page of the web, or Excel's XML of 2003. */
const MARKUP = /^\s*<(?:\?xml|!doctype|html|head|meta|table|style)[\s>]/i;
const BEGINNING = 400;

/** Any table an office sends, whatever its file is called. */
export async function readTable(bytes: Uint8Array): Promise<TableReading> {
  if (isArchive(bytes) || isCompound(bytes)) return readWorkbook(bytes);
  const beginning = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, BEGINNING));
  const signs = beginning.toString("latin1");
  if (OTHERS.some((other) => signs.startsWith(other))) return { ok: false, code: "file_format_unknown" };
  // Excel opens these and saves them as a workbook, as it does with the old format.
  if (MARKUP.test(signs.replace(/\0|^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/g, ""))) {
    return { ok: false, code: "workbook_old_format" };
  }
  return readDelimited(bytes);
}
