import { pruneResidentsJob } from "#app/features/survey/prune-residents.job.ts";
import { pruneAllSurveys } from "#app/features/survey/prune-survey.server.ts";
import { defineHandler } from "#app/platform/jobs/handler.ts";

/** Works in transactions of its own, one per commune. */
export const pruneResidentsHandler = defineHandler(pruneResidentsJob, ({ platform, signal }) =>
  pruneAllSurveys(platform, platform.clock.now(), signal),
);
