import { parentPort, workerData } from "node:worker_threads";
import { judgeRosterRow } from "#app/domain/people/mend-roster-row.ts";
import { detectLegacyEncoding } from "#app/domain/people/person-name.ts";
import { readRosterSheet } from "#app/domain/people/roster-sheet.ts";
import type { ApartTasks, RosterReading, WorkbookSheet } from "#app/platform/apart/apart.ts";
import { readTable } from "#app/platform/tables/read-table.server.ts";

const LOOKED_AT_ROWS = 40;
const OLD_CELLS_AT_LEAST = 2;

parentPort?.postMessage(await readRoster(workerData as ApartTasks["read-roster"]["input"]));

/** Every sheet that has a heading of people is read; the others (instructions, totals) are none of ours. */
async function readRoster({ bytes, years }: ApartTasks["read-roster"]["input"]): Promise<RosterReading> {
  const table = await readTable(bytes);
  if (!table.ok) return table;
  const sheets = table.sheets.flatMap(({ name, rows }) => {
    const read = readRosterSheet(rows, years);
    if (!read.ok) return [];
    const judged = read.rows.map((row) => (row.kind === "person" ? judgeRosterRow(row) : row));
    return [{ name, rows: judged, ignoredCitizenIds: read.ignoredCitizenIds }];
  });
  if (sheets.length > 0) return { ok: true, sheets };
  return { ok: false, code: isInOldFont(table.sheets) ? "file_legacy_font" : "no_header" };
}

/** A heading nobody can read, among cells that are all written in the signs of an old font. */
function isInOldFont(sheets: readonly WorkbookSheet[]): boolean {
  return sheets.some(({ rows }) => {
    const texts = rows
      .slice(0, LOOKED_AT_ROWS)
      .flat()
      .filter((cell) => typeof cell === "string");
    return texts.filter((text) => detectLegacyEncoding(text) !== null).length >= OLD_CELLS_AT_LEAST;
  });
}
