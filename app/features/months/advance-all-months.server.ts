import type { Platform } from "#app/platform/platform.ts";
import { type AdvancingPlatform, advanceMonths } from "./advance-months.server.ts";

/** Every commune of the house, one after the other. The fault of one holds up none of the others. */
export async function advanceAllMonths(
  platform: AdvancingPlatform & Pick<Platform, "log">,
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
      const steps = await advanceMonths(platform, id, now);
      if (steps.length > 0) platform.log.info({ commune: id, steps }, "months moved on");
    } catch (error) {
      faults.push(error);
      platform.log.error({ err: error, commune: id }, "the months of a commune could not move on");
    }
  }
  if (faults.length > 0) throw faults[0];
}
