import type { Platform } from "#app/platform/platform.ts";
import { type BadgePlatform, keepCommuneBadges } from "./keep-commune-badges.server.ts";

/** Every commune of the house; the fault of one holds up none of the others. */
export async function keepAllBadges(
  platform: BadgePlatform & Pick<Platform, "log">,
  now: Date,
  signal?: AbortSignal,
): Promise<void> {
  const communes = await platform.db.prisma.$queryRaw<
    { id: number }[]
  >`select id from tds_commune_numbers() as id`;
  const faults: unknown[] = [];
  for (const { id } of communes) {
    signal?.throwIfAborted();
    try {
      const changed = await keepCommuneBadges(platform, id, now);
      if (changed > 0) platform.log.info({ commune: id, changed }, "awards were brought to what is due");
    } catch (error) {
      faults.push(error);
      platform.log.error({ err: error, commune: id }, "the awards of a commune could not be kept");
    }
  }
  if (faults.length > 0) throw faults[0];
}
