import { inEachCommune } from "#app/features/communes/in-each-commune.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type AdvancingPlatform, advanceMonths } from "./advance-months.server.ts";

export function advanceAllMonths(
  platform: AdvancingPlatform & Pick<Platform, "log">,
  now: Date,
  signal?: AbortSignal,
): Promise<void> {
  return inEachCommune(
    platform,
    { failed: "the months of a commune could not move on", signal },
    async (id) => {
      const steps = await advanceMonths(platform, id, now);
      if (steps.length > 0) platform.log.info({ commune: id, steps }, "months moved on");
    },
  );
}
