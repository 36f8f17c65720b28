import { advanceAllMonths } from "#app/features/months/advance-all-months.server.ts";
import { advanceMonthsJob } from "#app/features/months/advance-months.job.ts";
import { defineHandler } from "#app/platform/jobs/handler.ts";

/** Works in transactions of its own, one per step: what was moved stays moved if the job dies. */
export const advanceMonthsHandler = defineHandler(advanceMonthsJob, ({ platform, signal }) =>
  advanceAllMonths(platform, platform.clock.now(), signal),
);
