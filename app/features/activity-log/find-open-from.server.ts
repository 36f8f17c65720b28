import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { frameMonth, type MonthFrame } from "#app/domain/months/month.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import { takesLines } from "#app/features/months/find-month.server.ts";
import { findSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { LogAct } from "./log-act.ts";

/** The first day work may still be logged for: this month's, or that of a month before while its grace runs. */
export async function findOpenFrom(tx: Tx, { communeId, now, today }: LogAct): Promise<LocalDate> {
  const { cutoff } = await findSettingsOn(tx, communeId, today);
  const current = frameMonth(cutoff, today);
  const before = frameMonth(cutoff, addDays(current.firstDay, -1));
  return (await isStillOpen(tx, communeId, before, now)) ? before.firstDay : current.firstDay;
}

async function isStillOpen(tx: Tx, communeId: number, frame: MonthFrame, now: Date): Promise<boolean> {
  const row = await tx.month.findFirst({
    where: {
      communeId,
      firstDay: { lte: toDatabaseDay(frame.lastDay) },
      lastDay: { gte: toDatabaseDay(frame.lastDay) },
    },
    select: { state: true, graceEndsAt: true },
  });
  if (!row) return frame.graceEndsAt > now.getTime();
  return takesLines(row.state as "open") && row.graceEndsAt > now;
}
