import { keepReportsJob } from "#app/features/reports/keep-reports.job.ts";
import { keepAllReports } from "#app/features/reports/keep-reports.server.ts";
import { defineHandler } from "#app/platform/jobs/handler.ts";

export const keepReportsHandler = defineHandler(keepReportsJob, ({ platform, signal }) =>
  keepAllReports(platform, platform.clock.now(), signal),
);
