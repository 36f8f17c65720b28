import { z } from "zod";
import { defineJob, defineSchedule } from "#app/platform/jobs/job.ts";

export const carryOutMergersJob = defineJob({
  name: "commune-merger.carry-out",
  payload: z.object({}),
  attempts: 5,
  timeoutMs: 600_000,
});

/** Shortly after midnight in Việt Nam, and again through the day for a house that slept. */
export const carryOutMergersSchedule = defineSchedule({
  name: "carry-out-mergers",
  cron: "*/10 * * * *",
  job: carryOutMergersJob,
  payload: {},
});
