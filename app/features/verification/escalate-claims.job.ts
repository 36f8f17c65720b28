import { z } from "zod";
import { defineJob, defineSchedule } from "#app/platform/jobs/job.ts";

export const escalateClaimsJob = defineJob({
  name: "verification.escalate-claims",
  payload: z.object({}),
  attempts: 5,
  timeoutMs: 300_000,
});

/** Every hour between six and twenty-one o'clock: nobody is called to the queue at night. */
export const escalateClaimsSchedule = defineSchedule({
  name: "escalate-claims",
  cron: "7 6-21 * * *",
  job: escalateClaimsJob,
  payload: {},
});
