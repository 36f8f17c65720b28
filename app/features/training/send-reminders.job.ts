import { z } from "zod";
import { defineJob, defineSchedule } from "#app/platform/jobs/job.ts";

export const sendTrainingRemindersJob = defineJob({
  name: "training.send-reminders",
  payload: z.object({}),
  attempts: 5,
  timeoutMs: 300_000,
});

/** Every hour of the day: a house that was down in the morning reminds at noon, and nobody twice. */
export const sendTrainingRemindersSchedule = defineSchedule({
  name: "send-training-reminders",
  cron: "7 * * * *",
  job: sendTrainingRemindersJob,
  payload: {},
});
