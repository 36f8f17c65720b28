import { eraseHelpJob } from "#app/features/help/erase-help.job.ts";
import { eraseHelp } from "#app/features/help/erase-help.server.ts";
import { defineHandler } from "#app/platform/jobs/handler.ts";

export const eraseHelpHandler = defineHandler(eraseHelpJob, ({ platform, signal }) =>
  eraseHelp(platform, platform.clock.now(), signal),
);
