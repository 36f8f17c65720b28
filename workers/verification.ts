import { escalateClaimsJob } from "#app/features/verification/escalate-claims.job.ts";
import { escalateAllClaims } from "#app/features/verification/escalate-claims.server.ts";
import { defineHandler } from "#app/platform/jobs/handler.ts";

/** Works in transactions of its own, each of a bounded batch. */
export const escalateClaimsHandler = defineHandler(escalateClaimsJob, ({ platform, signal }) =>
  escalateAllClaims(platform, platform.clock.now(), signal),
);
