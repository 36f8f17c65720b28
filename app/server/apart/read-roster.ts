import { parentPort, workerData } from "node:worker_threads";
import { judgeRosterRow } from "#app/domain/people/mend-roster-row.ts";
import { readRosterSheet } from "#app/domain/people/roster-sheet.ts";
import type { ApartTasks, RosterReading } from "#app/platform/apart/apart.ts";
import { readTable } from "#app/platform/tables/read-table.server.ts";

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
  return sheets.length === 0 ? { ok: false, code: "no_header" } : { ok: true, sheets };
}
