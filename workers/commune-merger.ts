import { carryOutDueMergers } from "#app/features/commune-merger/carry-out-due-mergers.server.ts";
import { carryOutMergersJob } from "#app/features/commune-merger/carry-out-mergers.job.ts";
import { defineHandler } from "#app/platform/jobs/handler.ts";

export const carryOutMergersHandler = defineHandler(carryOutMergersJob, ({ platform }) =>
  carryOutDueMergers(platform, platform.clock.now()),
);
