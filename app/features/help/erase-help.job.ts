import { z } from "zod";
import { defineJob, defineSchedule } from "#app/platform/jobs/job.ts";

export const eraseHelpJob = defineJob({
  name: "help.erase-expired",
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 60_000,
});

export const eraseHelpSchedule = defineSchedule({
  name: "erase-help",
  cron: "41 2 * * *",
  job: eraseHelpJob,
  payload: {},
});
