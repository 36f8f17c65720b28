import { inEachCommune } from "#app/features/communes/in-each-commune.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { type BadgePlatform, keepCommuneBadges } from "./keep-commune-badges.server.ts";

export function keepAllBadges(
  platform: BadgePlatform & Pick<Platform, "log">,
  now: Date,
  signal?: AbortSignal,
): Promise<void> {
  return inEachCommune(
    platform,
    { failed: "the awards of a commune could not be kept", signal },
    async (id) => {
      const changed = await keepCommuneBadges(platform, id, now);
      if (changed > 0) platform.log.info({ commune: id, changed }, "awards were brought to what is due");
    },
  );
}
