import { parentPort, workerData } from "node:worker_threads";
import type { ApartTasks } from "#app/platform/apart/apart.ts";
import { fillForm } from "#app/platform/tables/form-workbook.server.ts";

const { bytes, values } = workerData as ApartTasks["fill-form"]["input"];
parentPort?.postMessage(fillForm(bytes, values));
