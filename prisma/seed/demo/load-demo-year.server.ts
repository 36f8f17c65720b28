import { addDays, type LocalDate, localDateAt, startOfDay } from "#app/domain/calendar/local-date.ts";
import { keepCommuneBadges } from "#app/features/badges/keep-commune-badges.server.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import { keepReports } from "#app/features/reports/keep-reports.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { decideDemoWeek } from "./decide-demo-week.server.ts";
import { inventWork } from "./demo-work.ts";
import { findDemoPlace } from "./find-demo-place.server.ts";
import { liveDemoReports } from "./live-demo-reports.server.ts";
import { logDemoWeek } from "./log-demo-week.server.ts";
import { photographDemoWork } from "./photograph-demo-work.server.ts";

const DAYS_A_WEEK = 7;
const STILL_WAITING_DAYS = 3;
const EVENING_MS = 21 * 60 * 60 * 1000;

/**
 * The fictional commune's year up to today, lived by the same verbs as a real one: members log, others verify,
 * months close and are sealed. What is logged already stays, and nothing is added a second time. A year in a few
 * seconds leaves PostgreSQL no minute to count its tables by itself; `countRows` does it at each doubling.
 */
export async function loadDemoYear(
  platform: Platform,
  communeId: number,
  countRows: () => Promise<unknown>,
): Promise<void> {
  const today = localDateAt(platform.clock.now().getTime());
  const firstDay = `${today.slice(0, 4)}-01-01` as LocalDate;
  const people = await findDemoPlace(platform, communeId, today);
  if (people === null) return;
  const invented = inventWork(people.place, firstDay, today);
  const works = await photographDemoWork(platform, people, invented, today);
  // The last days still wait in the leaders' queues.
  const lastDecided = addDays(today, -STILL_WAITING_DAYS);
  let logged = 0;
  let counted = 0;
  for (let from = firstDay; from <= today; ) {
    await advanceMonths(platform, communeId, new Date(startOfDay(from)));
    if (await beginsMonth(platform, communeId, from)) await liveDemoReports(platform, communeId, from);
    const until = earliest(
      addDays(from, DAYS_A_WEEK - 1),
      await lastDayOfMonth(platform, communeId, from),
      from <= lastDecided ? lastDecided : today,
    );
    const evening = at(platform, eveningOf(until, platform));
    const week = works.filter(({ content }) => content.workDate >= from && content.workDate <= until);
    await logDemoWeek(evening, people, week);
    logged += week.length;
    if (logged > counted * 2) {
      await countRows();
      counted = logged;
    }
    if (until <= lastDecided) await decideDemoWeek(evening, people);
    from = addDays(until, 1);
  }
  await advanceMonths(platform, communeId, platform.clock.now());
  await keepReports(platform, communeId, platform.clock.now());
  await keepCommuneBadges(platform, communeId, platform.clock.now());
}

async function beginsMonth(platform: Platform, communeId: number, day: LocalDate): Promise<boolean> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  return platform.db.withCommunes(scope, async (tx) => {
    const months = await tx.$queryRaw<{ id: number }[]>`
      select id from month where commune_id = ${communeId} and first_day = ${day}::date`;
    return months.length > 0;
  });
}

/** No week reaches over the end of a month: its late records would meet a month that closed. */
function lastDayOfMonth(platform: Platform, communeId: number, day: LocalDate): Promise<LocalDate> {
  const scope: CommuneScope = { actorId: null, verb: "seed.demo", requestId: "demo", communes: [communeId] };
  return platform.db.withCommunes(scope, async (tx) => {
    const { lastDay } = await findMonthHolding(tx, communeId, day, startOfDay(day));
    return lastDay;
  });
}

function earliest(...days: readonly [LocalDate, ...LocalDate[]]): LocalDate {
  return days.reduce((first, day) => (day < first ? day : first));
}

/** Nine in the evening, or now where the day is not that old. */
function eveningOf(day: LocalDate, { clock }: Platform): Date {
  return new Date(Math.min(startOfDay(day) + EVENING_MS, clock.now().getTime()));
}

/** The house at another moment of the year. */
function at(platform: Platform, moment: Date): Platform {
  return { ...platform, clock: { now: () => moment } };
}
