import { parentPort, workerData } from "node:worker_threads";
import { readHouseholdSheet } from "#app/domain/households/household-sheet.ts";
import type { ApartTasks, HouseholdListReading } from "#app/platform/apart/apart.ts";
import { readTable } from "#app/platform/tables/read-table.server.ts";

parentPort?.postMessage(await readHouseholds(workerData as ApartTasks["read-households"]["input"]));

/** Every sheet that has a heading of households is read; the others are none of ours. */
async function readHouseholds({
  bytes,
}: ApartTasks["read-households"]["input"]): Promise<HouseholdListReading> {
  const table = await readTable(bytes);
  if (!table.ok) return table;
  const sheets = table.sheets.flatMap(({ name, rows }) => {
    const sheet = readHouseholdSheet(rows);
    return sheet.ok ? [{ name, ...sheet }] : [];
  });
  return sheets.length > 0 ? { ok: true, sheets } : { ok: false, code: "no_household_header" };
}
