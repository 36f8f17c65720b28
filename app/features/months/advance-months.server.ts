import { addDays, type Instant, type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import { nextState } from "#app/domain/months/month.ts";
import { commitOpenMonths } from "#app/features/audits/commit-open-months.server.ts";
import { drawAudit } from "#app/features/audits/draw-audit.server.ts";
import { fromDatabaseDay, toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { CommuneScope, Tx } from "#app/platform/db/database.ts";
import { failpoint } from "#app/platform/failpoint/failpoint.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findMonthHolding, MONTH_COLUMNS, type MonthRow, toMonthRow } from "./find-month.server.ts";
import { lockLedger } from "./lock-commune.server.ts";
import { sealMonth } from "./seal-month.server.ts";

export type AdvancingPlatform = Pick<Platform, "db" | "live" | "config" | "keys" | "random">;

/** What one run did, for the log: "202611 grace", in the order it happened. */
export type MonthStep = `${number} ${string}`;

/** A house that slept for years wakes up in the end; a fault that never comes to rest does not spin. */
const STEPS_AT_MOST = 1000;
/** Sealing reads every line of its month. */
const STEP_TIMEOUT_MS = 300_000;

/**
 * Brings a commune's months to where the time says: opens what has begun, and moves each on through its states, the
 * oldest first. Each step is a transaction of its own that judges anew, so running twice, at once or after a crash
 * anywhere does nothing that was done.
 */
export async function advanceMonths(
  platform: AdvancingPlatform,
  communeId: number,
  now: Date,
): Promise<MonthStep[]> {
  const scope: CommuneScope = {
    actorId: null,
    verb: "months.advance-months",
    requestId: `months-${now.toISOString()}`,
    communes: [communeId],
  };
  const at = now.getTime();
  const steps: MonthStep[] = [];
  for (const opened of await openMonths(platform, scope, communeId, at)) steps.push(`${opened} open`);
  await platform.db.withCommunes(scope, (tx) => commitOpenMonths(platform, tx, communeId, now));
  for (let count = 0; count < STEPS_AT_MOST; count++) {
    const step = await takeStep(platform, scope, communeId, at);
    if (step === null) return steps;
    steps.push(step);
  }
  throw new Error(`the months of commune ${communeId} do not come to rest`);
}

/** Every month from the last known one to today's, each under the rules of its own first day. */
async function openMonths(
  platform: AdvancingPlatform,
  scope: CommuneScope,
  communeId: number,
  now: Instant,
): Promise<number[]> {
  const today = await lastDayToHold(platform, scope, communeId, localDateAt(now));
  const opened: number[] = [];
  for (let count = 0; count < STEPS_AT_MOST; count++) {
    const id = await platform.db.withCommunes(scope, async (tx) => {
      const day = await firstUnheldDay(tx, communeId, today);
      if (day === null) return null;
      await lockLedger(tx, communeId);
      const month = await findMonthHolding(tx, communeId, day, now);
      failpoint(platform.config, "months.opened");
      await platform.live.touch(tx, `commune:${communeId}`);
      return month.id;
    });
    if (id === null) break;
    failpoint(platform.config, "months.after-open");
    opened.push(id);
  }
  return opened;
}

/** Today; in a commune that went over into another the last day before: it closes its months and opens no more. */
function lastDayToHold(
  platform: AdvancingPlatform,
  scope: CommuneScope,
  communeId: number,
  today: LocalDate,
): Promise<LocalDate> {
  return platform.db.withCommunes(scope, async (tx) => {
    const end = await tx.communeMerger.findFirst({
      where: { oldCommuneId: communeId, state: "done" },
      select: { effectiveOn: true },
    });
    const lastDay = end && addDays(fromDatabaseDay(end.effectiveOn), -1);
    return lastDay !== null && lastDay < today ? lastDay : today;
  });
}

/** A commune that is still being set up keeps no months. */
async function firstUnheldDay(tx: Tx, communeId: number, today: LocalDate): Promise<LocalDate | null> {
  const commune = await tx.commune.findUnique({ where: { id: communeId }, select: { setUpAt: true } });
  if (!commune?.setUpAt) return null;
  const last = await tx.month.findFirst({
    where: { communeId, firstDay: { lte: toDatabaseDay(today) } },
    orderBy: { firstDay: "desc" },
    select: MONTH_COLUMNS,
  });
  if (!last) return today;
  const { lastDay } = toMonthRow(last);
  return lastDay < today ? addDays(lastDay, 1) : null;
}

async function takeStep(
  platform: AdvancingPlatform,
  scope: CommuneScope,
  communeId: number,
  now: Instant,
): Promise<MonthStep | null> {
  const step = await platform.db.withCommunes(
    scope,
    async (tx) => {
      // A look without the lock first: nearly every run has nothing to do and must not hold up a booking.
      if (!(await findDue(tx, communeId, now))) return null;
      await tx.$executeRaw`select set_config('statement_timeout', ${String(STEP_TIMEOUT_MS)}, true)`;
      await lockLedger(tx, communeId);
      failpoint(platform.config, "months.locked");
      const month = await findDue(tx, communeId, now);
      if (!month) return null;
      await tx.$executeRaw`select from month where commune_id = ${communeId} and id = ${month.id} for update`;
      const state = nextState(month, now);
      if (state === null) return null;
      failpoint(platform.config, `months.before-${state}`);
      if (state === "sealed") await sealMonth(platform, tx, communeId, month.id, new Date(now));
      else await moveTo(tx, communeId, month.id, state, new Date(now));
      if (state === "provisional") await drawAudit(platform, tx, communeId, month.id, new Date(now));
      failpoint(platform.config, `months.${state}-written`);
      await platform.live.touch(tx, `commune:${communeId}`);
      return `${month.id} ${state}` as MonthStep;
    },
    { timeoutMs: STEP_TIMEOUT_MS },
  );
  if (step !== null) failpoint(platform.config, "months.after-step");
  return step;
}

/**
 * The oldest month that can move now. Months are sealed in their order: one whose objections are not all answered
 * keeps those after it from being sealed, but not from closing.
 */
async function findDue(tx: Tx, communeId: number, now: Instant): Promise<MonthRow | null> {
  const rows = await tx.month.findMany({
    where: { communeId, state: { not: "sealed" } },
    orderBy: { firstDay: "asc" },
    select: MONTH_COLUMNS,
  });
  for (const [index, row] of rows.map(toMonthRow).entries()) {
    const state = nextState(row, now);
    if (state === null) continue;
    if (state === "sealed" && (index > 0 || (await countOpenAppeals(tx, communeId, row.id)) > 0)) continue;
    return row;
  }
  return null;
}

export function countOpenAppeals(tx: Tx, communeId: number, monthId: number): Promise<number> {
  return tx.appeal.count({ where: { communeId, monthId, outcome: null } });
}

async function moveTo(
  tx: Tx,
  communeId: number,
  id: number,
  state: "open" | "grace" | "provisional",
  now: Date,
): Promise<void> {
  await tx.month.update({
    where: { communeId_id: { communeId, id } },
    data: { state, ...(state === "provisional" ? { frozenAt: now } : {}) },
    select: { id: true },
  });
}
