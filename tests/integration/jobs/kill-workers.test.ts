import type { ChildProcess } from "node:child_process";
import { beforeAll, beforeEach, expect, it } from "vitest";
import { openJobs } from "#app/platform/jobs/open-jobs.server.ts";
import { stamp, testDatabase } from "#tests/support/test-database.ts";
import { onBothBackends } from "./on-both-backends.ts";
import { countEffects, DOOR, makeEffectTable, until, writeEffect } from "./probe-jobs.ts";
import { workerProcesses } from "./worker-processes.ts";

const JOBS = 200;
const KILLS = 10;
const THINK_MS = 10;
/** Effects let through between two kills. */
const STEP = 10;
/** The campaign repeats this; the gate does it once. */
const ROUNDS = Number(process.env.CAMPAIGN_ROUNDS ?? 1);
const ROUND_TIMEOUT_MS = 180_000;

const here = testDatabase();
const processes = workerProcesses();
beforeAll(() => makeEffectTable(here.owner));
beforeEach(async () => {
  await here.owner.query("truncate outbox, outbox_key, job_effect");
});

const open = async () => {
  const { rows } = await here.owner.query<{ open: number }>(
    "select count(*)::int as open from outbox where processed_at is null",
  );
  return rows[0]?.open ?? 0;
};

await onBothBackends("200 jobs whose workers are killed ten times", (redisUrl) => {
  it.each(Array.from({ length: ROUNDS }, (_, round) => round + 1))(
    "have exactly 200 effects (round %i)",
    async () => {
      const jobs = openJobs(here.database);
      await here.database.withGlobals(stamp(), async (tx) => {
        for (let subject = 0; subject < JOBS; subject++) {
          await jobs.enqueue(tx, writeEffect, { subject, thinkMs: THINK_MS });
        }
      });
      const wish = { appUrl: here.addresses.app, redisUrl };
      const workers: ChildProcess[] = [await processes.start(wish), await processes.start(wish)];
      for (let kills = 1; kills <= KILLS; kills++) {
        await until(async () => (await open()) <= JOBS - kills * STEP, ROUND_TIMEOUT_MS);
        // Both workers stand between write and commit when one of them dies.
        const door = await here.owner.connect();
        await door.query("select pg_advisory_lock($1)", [DOOR]);
        expect(await open()).toBeGreaterThan(0);
        const victim = workers.shift();
        if (victim) await processes.kill(victim);
        workers.push(await processes.start(wish));
        door.release(true);
      }
      await until(async () => (await open()) === 0, ROUND_TIMEOUT_MS);
      await Promise.all(workers.map((worker) => processes.stop(worker)));

      const effects = await countEffects(here.database);
      expect(effects.size).toBe(JOBS);
      expect([...effects.values()].filter((times) => times !== 1)).toEqual([]);
      const { rows } = await here.owner.query("select 1 from outbox where starts > 1");
      expect(rows.length, "runs that died with their process and were made again").toBeGreaterThan(0);
    },
    ROUND_TIMEOUT_MS,
  );
});
