import { z } from "zod";
import { defineJob, defineSchedule } from "#app/platform/jobs/job.ts";

export const pruneExpiredJob = defineJob({
  name: "housekeeping.prune-expired",
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
});

/** Hourly, away from the full hour at which people and other machines are busy. */
export const pruneExpiredSchedule = defineSchedule({
  name: "prune-expired",
  cron: "17 * * * *",
  job: pruneExpiredJob,
  payload: {},
});
