import { pruneExpiredJob } from "#app/features/housekeeping/prune-expired.job.ts";
import { pruneExpired } from "#app/features/housekeeping/prune-expired.server.ts";
import { defineHandler } from "#app/platform/jobs/handler.ts";

export const pruneExpiredHandler = defineHandler(pruneExpiredJob, async ({ tx, platform }) => {
  const pruned = await pruneExpired(tx, platform.clock.now());
  platform.log.info({ pruned }, "expired rows were removed");
});
