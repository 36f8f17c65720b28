import type { Instant, LocalDate } from "#app/domain/calendar/local-date.ts";
import { frameMonth, type MonthState } from "#app/domain/months/month.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import { findSettingsOn } from "#app/features/plans/find-settings-on.server.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import type { Tx } from "#app/platform/db/database.ts";

export interface MonthRow {
  readonly id: number;
  readonly firstDay: LocalDate;
  readonly lastDay: LocalDate;
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
  const settings = await findSettingsOn(tx, communeId, day);
  const frame = frameMonth(settings.cutoff, day);
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

/** Where verified work is booked: its own month while that takes lines, else the earliest that does (rule 6). */
export async function findBookingMonth(
  tx: Tx,
  communeId: number,
  workDate: LocalDate,
  now: Instant,
  today: LocalDate,
): Promise<{ readonly workMonth: MonthRow; readonly bookedMonth: MonthRow }> {
  const workMonth = await findMonthHolding(tx, communeId, workDate, now);
  if (takesLines(workMonth.state)) return { workMonth, bookedMonth: workMonth };
  await findMonthHolding(tx, communeId, today, now);
  const row = await tx.month.findFirstOrThrow({
    where: { communeId, state: { in: ["open", "grace"] }, id: { gt: workMonth.id } },
    orderBy: { id: "asc" },
    select: MONTH_COLUMNS,
  });
  return { workMonth, bookedMonth: toMonthRow(row) };
}

export function takesLines(state: MonthState): boolean {
  return state === "open" || state === "grace";
}

const MONTH_COLUMNS = {
  id: true,
  firstDay: true,
  lastDay: true,
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

function toMonthRow(row: {
  id: number;
  firstDay: Date;
  lastDay: Date;
  state: string;
  schemeVersion: number;
  isTrial: boolean;
}): MonthRow {
  return {
    ...row,
    firstDay: fromDatabaseDay(row.firstDay),
    lastDay: fromDatabaseDay(row.lastDay),
    state: row.state as MonthState,
  };
}
