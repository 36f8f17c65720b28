import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { frameMonth } from "#app/domain/months/month.ts";
import type { OpenTargets } from "#app/domain/targets/assigned-target.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import { findSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

/** The days of a month, as its row says or, before it is opened, as the plan would open it. */
export interface TargetMonth {
  readonly id: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
}

export interface TargetMonths {
  readonly open: OpenTargets;
  /** The next, the running, and those that were: newest first. */
  readonly months: readonly TargetMonth[];
}

const MONTHS_BACK = 6;

export async function findTargetMonths(tx: Tx, communeId: number, today: LocalDate): Promise<TargetMonths> {
  const current = await findMonth(tx, communeId, today);
  const next = await findMonth(tx, communeId, addDays(current.lastDay, 1));
  const past = await tx.month.findMany({
    where: { communeId, id: { lt: current.id } },
    orderBy: { id: "desc" },
    take: MONTHS_BACK,
    select: { id: true, firstDay: true, lastDay: true },
  });
  return { open: { current: current.id, next: next.id }, months: [next, current, ...past.map(asMonth)] };
}

async function findMonth(tx: Tx, communeId: number, day: LocalDate): Promise<TargetMonth> {
  const on = toDatabaseDay(day);
  const known = await tx.month.findFirst({
    where: { communeId, firstDay: { lte: on }, lastDay: { gte: on } },
    select: { id: true, firstDay: true, lastDay: true },
  });
  if (known) return asMonth(known);
  const { cutoff } = await findSettingsOn(tx, communeId, day);
  const { id, firstDay, lastDay } = frameMonth(cutoff, day);
  return { id, firstDay, lastDay };
}

function asMonth({ id, firstDay, lastDay }: { id: number; firstDay: Date; lastDay: Date }): TargetMonth {
  return { id, firstDay: fromDatabaseDay(firstDay), lastDay: fromDatabaseDay(lastDay) };
}
