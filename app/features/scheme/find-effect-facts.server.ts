import type { EffectFacts } from "#app/domain/activity/judge-scheme.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import { findSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

export async function findEffectFacts(
  tx: Tx,
  communeId: number,
  today: LocalDate,
  lastEffectiveOn: LocalDate,
): Promise<EffectFacts> {
  const { cutoff } = await findSettingsOn(tx, communeId, today);
  const opened = await tx.month.findFirst({
    where: { communeId },
    orderBy: { lastDay: "desc" },
    select: { lastDay: true },
  });
  return {
    today,
    startDay: cutoff.startDay,
    lastEffectiveOn,
    openedUntil: opened && fromDatabaseDay(opened.lastDay),
  };
}
