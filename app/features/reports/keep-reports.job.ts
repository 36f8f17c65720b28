import { z } from "zod";
import { defineJob, defineSchedule } from "#app/platform/jobs/job.ts";

export const keepReportsJob = defineJob({
  name: "reports.keep-reports",
  payload: z.object({}),
  attempts: 5,
  timeoutMs: 300_000,
});

/** After the clock of months, which opens what is reported on; a time that was missed is made up at the start. */
export const keepReportsSchedule = defineSchedule({
  name: "keep-reports",
  cron: "4-59/10 * * * *",
  job: keepReportsJob,
  payload: {},
});
