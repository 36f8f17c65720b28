import { z } from "zod";
import { defineJob, defineSchedule } from "#app/platform/jobs/job.ts";

export const keepBadgesJob = defineJob({
  name: "badges.keep-badges",
  payload: z.object({}),
  attempts: 5,
  timeoutMs: 600_000,
});

/** Every minute for what was decided since; the first run of a day looks at everything anew. */
export const keepBadgesSchedule = defineSchedule({
  name: "keep-badges",
  cron: "* * * * *",
  job: keepBadgesJob,
  payload: {},
});
