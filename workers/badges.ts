import { keepAllBadges } from "#app/features/badges/keep-all-badges.server.ts";
import { keepBadgesJob } from "#app/features/badges/keep-badges.job.ts";
import { defineHandler } from "#app/platform/jobs/handler.ts";

/** Works in transactions of its own, each of a bounded batch. */
export const keepBadgesHandler = defineHandler(keepBadgesJob, ({ platform, signal }) =>
  keepAllBadges(platform, platform.clock.now(), signal),
);
