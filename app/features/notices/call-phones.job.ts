import { z } from "zod";
import { defineJob, defineSchedule } from "#app/platform/jobs/job.ts";

export const callPhonesJob = defineJob({
  name: "notices.call-phones",
  payload: z.object({}),
  attempts: 2,
  timeoutMs: 110_000,
});

/** Often enough for "your work was verified"; nights are quiet by each person's own hours. */
export const callPhonesSchedule = defineSchedule({
  name: "call-phones",
  cron: "*/2 * * * *",
  job: callPhonesJob,
  payload: {},
});
