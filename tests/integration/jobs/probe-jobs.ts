import { setTimeout as pause } from "node:timers/promises";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { z } from "zod";
import { systemClock, systemRandom } from "#app/platform/clock/system-clock.server.ts";
import type { Config } from "#app/platform/config/config.ts";
import type { Database } from "#app/platform/db/database.ts";
import { defineHandler, type JobCatalogue } from "#app/platform/jobs/handler.ts";
import { defineJob, defineSchedule } from "#app/platform/jobs/job.ts";
import { openJobs } from "#app/platform/jobs/open-jobs.server.ts";
import type { WorkersTiming } from "#app/platform/jobs/start-workers.server.ts";
import { makeMetrics } from "#app/platform/metrics/make-metrics.server.ts";
import type { Platform } from "#app/platform/platform.ts";

/** An advisory lock. Who holds it stops every effect between its write and its commit. */
export const DOOR = 42;

/** Writes one row per effect, so that an effect too many or too few is seen by counting. */
export const writeEffect = defineJob({
  name: "probe.write-effect",
  payload: z.object({ subject: z.int(), thinkMs: z.int().min(0) }),
  attempts: 3,
  timeoutMs: 20_000,
});

/** Fails a given number of times and then succeeds; what it wrote before failing must be gone. */
export const stumble = defineJob({
  name: "probe.stumble",
  payload: z.object({ subject: z.int(), times: z.int() }),
  attempts: 3,
  timeoutMs: 20_000,
  backoffMs: 20,
});

export const overstay = defineJob({
  name: "probe.overstay",
  payload: z.object({ subject: z.int() }),
  attempts: 1,
  timeoutMs: 200,
});

/** Sees what row-level security lets it see. */
export const tellScope = defineJob({
  name: "scoped.tell-scope",
  payload: z.object({ commune: z.int() }),
  attempts: 1,
  timeoutMs: 5000,
  communesOf: ({ commune }) => [commune],
});

/** 02:30 in Việt Nam is 19:30 of the day before in UTC. */
export const nightly = defineSchedule({
  name: "probe-nightly",
  cron: "30 2 * * *",
  job: writeEffect,
  payload: { subject: 230, thinkMs: 0 },
});

export const probes: JobCatalogue = {
  handlers: [
    defineHandler(writeEffect, async ({ tx, payload }) => {
      await tx.$executeRaw`insert into job_effect (subject) values (${payload.subject})`;
      await tx.$executeRaw`select pg_advisory_xact_lock_shared(${DOOR})`;
      await pause(payload.thinkMs);
    }),
    defineHandler(stumble, async ({ tx, payload }) => {
      await tx.$executeRaw`insert into job_effect (subject) values (${payload.subject})`;
      const [{ failures } = { failures: 0 }] = await tx.$queryRaw<{ failures: number }[]>`
        select failures from outbox where payload ->> 'subject' = ${`${payload.subject}`}`;
      if (failures < payload.times) throw new Error(`stumbled ${failures + 1} times over "0912345678"`);
    }),
    defineHandler(overstay, async ({ tx, payload, signal }) => {
      await tx.$executeRaw`insert into job_effect (subject) values (${payload.subject})`;
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      await tx.$executeRaw`insert into job_effect (subject) values (${payload.subject})`;
    }),
    defineHandler(tellScope, async ({ tx }) => {
      await tx.$executeRaw`
        insert into job_effect (subject, note)
        select 0, concat_ws('|', current_setting('app.communes'), current_setting('app.verb'))`;
    }),
  ],
  schedules: [nightly],
};

/** Short enough for a test, in the proportions of the real ones. */
export const QUICK: Partial<WorkersTiming> = {
  lostAfterMs: 1500,
  roundMs: 300,
  lockMs: 1500,
  stalledCheckMs: 500,
  graceMs: 5000,
};

export async function makeEffectTable(owner: Pool): Promise<void> {
  await owner.query(`
    create table job_effect (id bigint generated always as identity, subject integer not null, note text);
    grant select, insert on job_effect to tds_app`);
}

export interface ProbeWish {
  readonly redisUrl?: string | null;
  readonly clock?: Platform["clock"];
  readonly failpoint?: Config["failpoint"];
}

/** The parts of the platform that jobs use, all of them real; the probes touch no other. */
export function probePlatform(db: Database, log: Logger, wish: ProbeWish = {}): Platform {
  const config = { mode: "test", redisUrl: wish.redisUrl ?? null, failpoint: wish.failpoint ?? null };
  const parts: Pick<Platform, "clock" | "random" | "log" | "db" | "jobs" | "metrics"> = {
    clock: wish.clock ?? systemClock,
    random: systemRandom,
    log,
    db,
    jobs: openJobs(db),
    metrics: makeMetrics({ ofProcess: false }),
  };
  return { ...parts, config } as Platform;
}

export async function until(condition: () => Promise<boolean>, timeoutMs = 20_000): Promise<void> {
  const givenUpAt = Date.now() + timeoutMs;
  while (!(await condition())) {
    if (Date.now() > givenUpAt) throw new Error(`not so within ${timeoutMs} ms: ${condition}`);
    await pause(25);
  }
}

/** How many times each subject had its effect. */
export async function countEffects(db: Database): Promise<Map<number, number>> {
  const { rows } = await db.pool.query<{ subject: number; times: number }>(
    "select subject, count(*)::int as times from job_effect group by subject",
  );
  return new Map(rows.map(({ subject, times }) => [subject, times]));
}
