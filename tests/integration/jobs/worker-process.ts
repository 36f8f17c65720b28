// A worker process that a test may kill.
import pino from "pino";
import { connectDatabase } from "#app/platform/db/connect-database.server.ts";
import { openPool } from "#app/platform/db/open-pool.server.ts";
import { startWorkers } from "#app/platform/jobs/start-workers.server.ts";
import { probePlatform, probes, QUICK } from "./probe-jobs.ts";
import type { WorkerWish } from "./worker-processes.ts";

const wish = JSON.parse(process.argv[2] ?? "") as WorkerWish;
const log = pino({ level: "silent" });
const db = connectDatabase(openPool(wish.appUrl, log, { name: "probe worker", max: 8 }));
const { nowMs } = wish;
const platform = probePlatform(db, log, {
  redisUrl: wish.redisUrl,
  failpoint: wish.failpoint ?? null,
  ...(nowMs === undefined ? {} : { clock: { now: () => new Date(nowMs) } }),
});
const catalogue = { handlers: probes.handlers, schedules: wish.withSchedules ? probes.schedules : [] };
const workers = startWorkers(platform, catalogue, { appUrl: wish.appUrl, timing: QUICK });

process.once("SIGTERM", async () => {
  await workers.stop();
  await db.close();
  process.disconnect();
});
process.send?.("ready");
