import { parentPort, workerData } from "node:worker_threads";
import type { ApartTasks } from "#app/platform/apart/apart.ts";
import { readWorkbook } from "#app/platform/tables/read-workbook.server.ts";

parentPort?.postMessage(await readWorkbook((workerData as ApartTasks["read-workbook"]["input"]).bytes));
