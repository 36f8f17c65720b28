import { z } from "zod";
import { defineJob, defineSchedule } from "#app/platform/jobs/job.ts";

export const advanceMonthsJob = defineJob({
  name: "months.advance-months",
  payload: z.object({}),
  attempts: 5,
  timeoutMs: 600_000,
});

/** A time that was missed is made up at the start, and each run catches up with whatever came due since. */
export const advanceMonthsSchedule = defineSchedule({
  name: "advance-months",
  cron: "*/10 * * * *",
  job: advanceMonthsJob,
  payload: {},
});
