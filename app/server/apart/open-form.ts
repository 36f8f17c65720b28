import { parentPort, workerData } from "node:worker_threads";
import type { ApartTasks } from "#app/platform/apart/apart.ts";
import { openForm } from "#app/platform/tables/form-workbook.server.ts";

parentPort?.postMessage(openForm((workerData as ApartTasks["open-form"]["input"]).bytes));
