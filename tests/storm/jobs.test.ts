import type { ChildProcess } from "node:child_process";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openJobs } from "#app/platform/jobs/open-jobs.server.ts";
import {
  countEffects,
  DOOR,
  makeEffectTable,
  until,
  writeEffect,
} from "#tests/integration/jobs/probe-jobs.ts";
import { workerProcesses } from "#tests/integration/jobs/worker-processes.ts";
import { ownRedis } from "#tests/support/redis-for-the-run.ts";
import { stamp, testDatabase } from "#tests/support/test-database.ts";

const JOBS = Number(process.env.STORM_JOBS ?? 1_000);
const KILLS = Number(process.env.STORM_KILLS ?? 50);
const THINK_MS = 10;
/** Effects let through between two kills. */
const STEP = Math.floor(JOBS / KILLS);
/** Of the kills, every tenth also takes Redis, and five later every tenth flushes it. */
const TENTH = 10;
const STORM_MS = 1_800_000;

const here = testDatabase();
const processes = workerProcesses();
const redis = await ownRedis();
beforeAll(() => makeEffectTable(here.owner));

describe.skipIf(!redis)("jobs on Redis", { timeout: STORM_MS }, () => {
  if (!redis) return;
  afterAll(() => redis.close());

  it(`SECURITY G5: of ${JOBS} jobs none is left undone and none is done twice while ${KILLS} workers are killed and Redis is killed without its file and flushed`, async () => {
    const jobs = openJobs(here.database);
    await here.database.withGlobals(stamp(), async (tx) => {
      for (let subject = 0; subject < JOBS; subject++) {
        await jobs.enqueue(tx, writeEffect, { subject, thinkMs: THINK_MS });
      }
    });
    const wish = { appUrl: here.addresses.app, redisUrl: redis.url };
    const workers: ChildProcess[] = [await processes.start(wish), await processes.start(wish)];
    let redisKills = 0;
    let flushes = 0;
    for (let kill = 1; kill < KILLS; kill++) {
      await until(async () => (await countOpen()) <= JOBS - kill * STEP, STORM_MS);
      // Both workers stand between write and commit when one of them dies.
      const door = await here.owner.connect();
      await door.query("select pg_advisory_lock($1)", [DOOR]);
      const victim = workers.shift();
      if (victim) await processes.kill(victim);
      if (kill % TENTH === 2) {
        await redis.kill();
        redisKills++;
      }
      door.release(true);
      if (kill % TENTH === 2) await redis.start();
      if (kill % TENTH === 7) {
        await redis.flushAll();
        flushes++;
      }
      workers.push(await processes.start(wish));
    }
    // The last worker dies at the very end of the work.
    await until(async () => (await countOpen()) <= STEP, STORM_MS);
    const last = workers.shift();
    if (last) await processes.kill(last);
    workers.push(await processes.start(wish));
    await until(async () => (await countOpen()) === 0, STORM_MS);
    await Promise.all(workers.map((worker) => processes.stop(worker)));

    const effects = await countEffects(here.database);
    const { rows } = await here.owner.query<{ again: number; failed: number }>(
      `select count(*) filter (where starts > 1)::int as again,
              count(*) filter (where failed_at is not null)::int as failed from outbox`,
    );
    const twice = [...effects.values()].filter((times) => times !== 1).length;
    process.stderr.write(
      `Storm of jobs: ${JOBS} jobs, ${KILLS} kills of workers, ${redisKills} of Redis, ${flushes} flushes: ` +
        `${JOBS - effects.size} never done, ${twice} done twice, ${rows[0]?.again} begun again, ${rows[0]?.failed} given up\n`,
    );
    expect(effects.size).toBe(JOBS);
    expect(twice).toBe(0);
    expect(rows[0]?.failed).toBe(0);
  });
});

async function countOpen(): Promise<number> {
  const { rows } = await here.owner.query<{ open: number }>(
    "select count(*)::int as open from outbox where processed_at is null",
  );
  return rows[0]?.open ?? 0;
}
