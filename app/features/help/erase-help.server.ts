import { KEPT_DAYS, WAITS_AT_MOST_DAYS } from "#app/domain/help/help-request.ts";
import { makeId } from "#app/domain/ids.ts";
import { inEachCommune } from "#app/features/communes/in-each-commune.server.ts";
import type { Platform } from "#app/platform/platform.ts";

const DAY_MS = 86_400_000;
/** A run is bounded; what it leaves is taken by the next. */
const AT_ONCE = 500;

/** What nobody answered ends; name, number and words of what is over are blanked. The counts stay. */
export function eraseHelp(
  platform: Pick<Platform, "db" | "log" | "random">,
  now: Date,
  signal?: AbortSignal,
): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * DAY_MS);
  return inEachCommune(
    platform,
    { failed: "requests for help could not be blanked", signal },
    (communeId) => {
      const scope = { actorId: null, verb: "help.erase", requestId: "erase-help", communes: [communeId] };
      return platform.db.withCommunes(scope, async (tx) => {
        const expired = await tx.helpRequest.findMany({
          where: { communeId, endedAt: null, arrivedAt: { lt: before(WAITS_AT_MOST_DAYS) } },
          select: { id: true },
          take: AT_ONCE,
        });
        const over = await tx.helpRequest.findMany({
          where: { communeId, erasedAt: null, endedAt: { lt: before(KEPT_DAYS) } },
          select: { id: true },
          take: AT_ONCE,
        });
        const idsOf = (rows: readonly { id: string }[]) => ({ in: rows.map(({ id }) => id) });
        const blank = { nameCipher: null, phoneCipher: null, wordsCipher: null, erasedAt: now };
        await tx.helpRequest.updateMany({
          where: { communeId, id: idsOf(expired) },
          data: { state: "expired", endedAt: now, ...blank },
        });
        await tx.helpRequest.updateMany({ where: { communeId, id: idsOf(over) }, data: blank });
        await tx.helpEvent.createMany({
          data: [
            ...expired.map(({ id }) => ({ requestId: id, kind: "expired" })),
            ...over.map(({ id }) => ({ requestId: id, kind: "erased" })),
          ].map((event) => ({
            ...event,
            communeId,
            id: makeId(now.getTime(), platform.random.bytes(10)),
            at: now,
          })),
        });
      });
    },
  );
}
