import { z } from "zod";
import { defineJob, defineSchedule } from "#app/platform/jobs/job.ts";

export const pruneResidentsJob = defineJob({
  name: "survey.prune-residents",
  payload: z.object({}),
  attempts: 3,
  timeoutMs: 600_000,
});

/** At night, when nobody stands at a door. */
export const pruneResidentsSchedule = defineSchedule({
  name: "prune-residents",
  cron: "43 2 * * *",
  job: pruneResidentsJob,
  payload: {},
});
