import type { TableReading } from "../apart/apart.ts";
import { readDelimited } from "./read-delimited.server.ts";
import { isArchive, isCompound, readWorkbook } from "./read-workbook.server.ts";

/** Any table an office sends, whatever its file is called. */
export async function readTable(bytes: Uint8Array): Promise<TableReading> {
  return isArchive(bytes) || isCompound(bytes) ? readWorkbook(bytes) : readDelimited(bytes);
}
