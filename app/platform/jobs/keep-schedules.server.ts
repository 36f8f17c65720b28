import type { Logger } from "pino";
import type { Clock } from "../clock/clock.ts";
import type { Config } from "../config/config.ts";
import type { Database } from "../db/database.ts";
import { failpoint } from "../failpoint/failpoint.server.ts";
import type { JobQueue, ScheduleDefinition } from "./job.ts";
import { LOCK_SCHEDULES, TAKE_SCHEDULED_TIME } from "./outbox.sql.ts";
import { lastTime, nextTime } from "./scheduled-time.ts";

export interface SchedulesOptions {
  readonly config: Pick<Config, "mode" | "failpoint">;
  readonly db: Database;
  readonly jobs: JobQueue;
  readonly clock: Clock;
  readonly log: Logger;
  readonly schedules: readonly ScheduleDefinition[];
}

export interface Schedules {
  stop(): Promise<void>;
}

/** The clock of a machine that slept or was set is noticed within this time. */
const LOOK_AT_CLOCK_MS = 30_000;
const RETRY_MS = 5000;

/** Any number of processes may keep the same schedules: the database lets one of them make each time's job. */
export function keepSchedules(options: SchedulesOptions): Schedules {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let looking: Promise<void> = Promise.resolve();

  async function look(): Promise<void> {
    let pauseMs = RETRY_MS;
    try {
      const now = options.clock.now();
      const made = await makeDueJobs(options, now);
      if (made.length > 0) options.log.info({ schedules: made }, "scheduled jobs were made");
      pauseMs = pauseUntilNext(options.schedules, now);
    } catch (error) {
      options.log.warn({ err: error }, "the schedules could not be kept; it is tried again");
    }
    if (!isStopped) timer = setTimeout(lookAgain, pauseMs);
  }

  function lookAgain(): void {
    looking = look();
  }

  if (options.schedules.length > 0) lookAgain();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await looking;
    },
  };
}

/**
 * Makes the job of each schedule's latest time that has come, unless somebody has. After downtime that is the last
 * time that was missed, once. Returns the names of the schedules that made one.
 */
export async function makeDueJobs(
  options: Pick<SchedulesOptions, "config" | "db" | "jobs" | "schedules">,
  now: Date,
): Promise<readonly string[]> {
  const stamp = { actorId: null, verb: "jobs.keep-schedules", requestId: `schedules-${now.toISOString()}` };
  return options.db.withGlobals(stamp, async (tx) => {
    await tx.$executeRawUnsafe(LOCK_SCHEDULES);
    const made: string[] = [];
    for (const schedule of options.schedules) {
      const dueAt = lastTime(schedule.cron, now);
      const taken = await tx.$queryRawUnsafe<{ isBaseline: boolean }[]>(
        TAKE_SCHEDULED_TIME,
        schedule.name,
        dueAt,
      );
      if (taken[0]?.isBaseline !== false) continue;
      await options.jobs.enqueue(tx, schedule.job, schedule.payload);
      made.push(schedule.name);
    }
    if (made.length > 0) failpoint(options.config, "schedule.before-commit");
    return made;
  });
}

function pauseUntilNext(schedules: readonly ScheduleDefinition[], now: Date): number {
  const next = Math.min(...schedules.map(({ cron }) => nextTime(cron, now).getTime()));
  return Math.min(Math.max(next - now.getTime(), 0) + 1, LOOK_AT_CLOCK_MS);
}
