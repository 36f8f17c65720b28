import { inEachCommune } from "#app/features/communes/in-each-commune.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import { failpoint } from "#app/platform/failpoint/failpoint.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { openCalls } from "./open-calls.server.ts";
import { tellReminders } from "./tell-reminders.server.ts";

type KeepingPlatform = Pick<Platform, "db" | "live" | "random" | "config">;

/** What is owed is asked for, and whoever has not sent is reminded. Running twice, at once or after a crash is running once. */
export async function keepReports(platform: KeepingPlatform, communeId: number, now: Date): Promise<number> {
  const scope: CommuneScope = {
    actorId: null,
    verb: "reports.keep-reports",
    requestId: `reports-${now.toISOString()}`,
    communes: [communeId],
  };
  await platform.db.withCommunes(scope, (tx) => openCalls(platform, tx, communeId, now));
  failpoint(platform.config, "reports.opened");
  return platform.db.withCommunes(scope, async (tx) => {
    const told = await tellReminders(tx, communeId, now);
    failpoint(platform.config, "reports.told");
    if (told > 0) await platform.live.touch(tx, `commune:${communeId}`);
    return told;
  });
}

export function keepAllReports(
  platform: KeepingPlatform & Pick<Platform, "log">,
  now: Date,
  signal?: AbortSignal,
): Promise<void> {
  return inEachCommune(
    platform,
    { failed: "the reports of a commune could not be kept", signal },
    async (id) => {
      const told = await keepReports(platform, id, now);
      if (told > 0) platform.log.info({ commune: id, told }, "reminded of reports");
    },
  );
}
