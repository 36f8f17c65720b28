import { localDateAt } from "#app/domain/calendar/local-date.ts";
import type { Platform } from "#app/platform/platform.ts";
import { toDatabaseDay } from "../communes/database-day.ts";
import { carryOutMerger, MERGER_LIMITS } from "./carry-out-merger.server.ts";

/** Every merger whose day has come. Each is one transaction that looks again: run twice, it is done once. */
export async function carryOutDueMergers(
  platform: Pick<Platform, "db" | "keys" | "random" | "live" | "log">,
  now: Date,
): Promise<void> {
  const today = localDateAt(now.getTime());
  const due = await platform.db.prisma.communeMerger.findMany({
    where: { state: "agreed", effectiveOn: { lte: toDatabaseDay(today) } },
    orderBy: { effectiveOn: "asc" },
    select: { id: true, oldCommuneId: true, newCommuneId: true },
  });
  for (const { id, oldCommuneId, newCommuneId } of due) {
    const scope = {
      actorId: null,
      verb: "commune-merger.carry-out",
      requestId: `merger-${id}`,
      communes: [oldCommuneId, newCommuneId],
    };
    await platform.db.withCommunes(scope, (tx) => carryOutMerger(platform, tx, id, now), MERGER_LIMITS);
    platform.log.info({ merger: id, from: oldCommuneId, into: newCommuneId }, "a commune went over");
  }
}
