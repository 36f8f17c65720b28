import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import { fitMonth, type MonthState, type TakenMonth, takesLinesAt } from "#app/domain/months/month.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import { findSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

export { takesLines } from "#app/domain/months/month.ts";

export interface MonthRow {
  readonly id: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
  readonly graceEndsAt: Instant;
  readonly appealsEndAt: Instant;
  readonly state: MonthState;
  readonly schemeVersion: number;
  readonly isTrial: boolean;
}

/** The month a day lies in. The first to ask opens it: its rules and dates are pinned then and never change (rule 5). */
export async function findMonthHolding(
  tx: Tx,
  communeId: number,
  day: LocalDate,
  now: Instant,
): Promise<MonthRow> {
  const known = await findKnown(tx, communeId, day);
  if (known) return known;
  const before = await findNeighbour(tx, communeId, { lastDay: { lt: toDatabaseDay(day) } }, "desc");
  const after = await findNeighbour(tx, communeId, { firstDay: { gt: toDatabaseDay(day) } }, "asc");
  const settings = await findSettingsOn(tx, communeId, day);
  const frame = fitMonth(settings.cutoff, day, before, after);
  // Days between two months for which no number is left count with the month before them.
  if (!frame) return findMonthHolding(tx, communeId, (before ?? after)?.lastDay ?? day, now);
  const { version } = await findSchemeOn(tx, communeId, frame.firstDay);
  const { trial } = await tx.commune.findUniqueOrThrow({ where: { id: communeId }, select: { trial: true } });
  await tx.month.createMany({
    data: {
      communeId,
      id: frame.id,
      firstDay: toDatabaseDay(frame.firstDay),
      lastDay: toDatabaseDay(frame.lastDay),
      graceEndsAt: new Date(frame.graceEndsAt),
      appealsEndAt: new Date(frame.appealsEndAt),
      // The month clock moves it on; a month opened late by late work passes through its states like any other.
      state: "open",
      schemeVersion: version,
      isTrial: trial,
      openedAt: new Date(now),
    },
    skipDuplicates: true,
  });
  const opened = await findKnown(tx, communeId, day);
  if (!opened) throw new Error(`no month of commune ${communeId} holds ${day}`);
  return opened;
}

/**
 * Where verified work is booked: its own month while that takes lines, else the earliest that does (rule 6). Asked
 * under the commune's ledger lock with a `now` taken after it; the minute counts, not how late the clock is.
 */
export async function findBookingMonth(
  tx: Tx,
  communeId: number,
  workDate: LocalDate,
  now: Instant,
  today: LocalDate,
): Promise<{ readonly workMonth: MonthRow; readonly bookedMonth: MonthRow }> {
  const workMonth = await findMonthHolding(tx, communeId, workDate, now);
  if (takesLinesAt(workMonth, now)) return { workMonth, bookedMonth: workMonth };
  await findMonthHolding(tx, communeId, today, now);
  const row = await tx.month.findFirstOrThrow({
    where: {
      communeId,
      state: { in: ["open", "grace"] },
      graceEndsAt: { gt: new Date(now) },
      id: { gt: workMonth.id },
    },
    orderBy: { id: "asc" },
    select: MONTH_COLUMNS,
  });
  return { workMonth, bookedMonth: toMonthRow(row) };
}

export const MONTH_COLUMNS = {
  id: true,
  firstDay: true,
  lastDay: true,
  graceEndsAt: true,
  appealsEndAt: true,
  state: true,
  schemeVersion: true,
  isTrial: true,
} as const;

async function findKnown(tx: Tx, communeId: number, day: LocalDate): Promise<MonthRow | null> {
  const row = await tx.month.findFirst({
    where: { communeId, firstDay: { lte: toDatabaseDay(day) }, lastDay: { gte: toDatabaseDay(day) } },
    select: MONTH_COLUMNS,
  });
  return row && toMonthRow(row);
}

async function findNeighbour(
  tx: Tx,
  communeId: number,
  where: { lastDay: { lt: Date } } | { firstDay: { gt: Date } },
  order: "asc" | "desc",
): Promise<TakenMonth | null> {
  const row = await tx.month.findFirst({
    where: { communeId, ...where },
    orderBy: { firstDay: order },
    select: MONTH_COLUMNS,
  });
  return row && toMonthRow(row);
}

export function toMonthRow(row: {
  id: number;
  firstDay: Date;
  lastDay: Date;
  graceEndsAt: Date;
  appealsEndAt: Date;
  state: string;
  schemeVersion: number;
  isTrial: boolean;
}): MonthRow {
  return {
    ...row,
    firstDay: fromDatabaseDay(row.firstDay),
    lastDay: fromDatabaseDay(row.lastDay),
    graceEndsAt: row.graceEndsAt.getTime(),
    appealsEndAt: row.appealsEndAt.getTime(),
    state: row.state as MonthState,
  };
}
