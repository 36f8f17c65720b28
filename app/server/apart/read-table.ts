import { parentPort, workerData } from "node:worker_threads";
import type { ApartTasks } from "#app/platform/apart/apart.ts";
import { readTable } from "#app/platform/tables/read-table.server.ts";

parentPort?.postMessage(await readTable((workerData as ApartTasks["read-table"]["input"]).bytes));
