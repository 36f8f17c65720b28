import pino from "pino";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startWorkers, type Workers } from "#app/platform/jobs/start-workers.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import { ownRedis } from "#tests/support/redis-for-the-run.ts";
import { stamp, testDatabase } from "#tests/support/test-database.ts";
import {
  countEffects,
  makeEffectTable,
  probePlatform,
  probes,
  QUICK,
  until,
  writeEffect,
} from "./probe-jobs.ts";

const here = testDatabase();
const redis = await ownRedis();
beforeAll(() => makeEffectTable(here.owner));

describe.skipIf(!redis)("Redis", () => {
  if (!redis) return;
  const running: Workers[] = [];
  let platform: Platform;

  beforeEach(async () => {
    await here.owner.query("truncate outbox, outbox_key, job_effect");
    platform = probePlatform(here.database, pino({ level: "silent" }), { redisUrl: redis.url });
  });
  afterEach(async () => {
    redis.thaw();
    await Promise.all(running.splice(0).map((workers) => workers.stop()));
  });
  afterAll(() => redis.close());

  function start(lostAfterMs = QUICK.lostAfterMs ?? 0): void {
    const timing = { ...QUICK, lostAfterMs };
    const catalogue = { ...probes, schedules: [] };
    running.push(startWorkers(platform, catalogue, { appUrl: here.addresses.app, timing }));
  }

  async function enqueue(from: number, to: number, thinkMs = 0): Promise<void> {
    await here.database.withGlobals(stamp(), async (tx) => {
      for (let subject = from; subject < to; subject++) {
        await platform.jobs.enqueue(tx, writeEffect, { subject, thinkMs });
      }
    });
  }

  const effects = async () => (await countEffects(here.database)).size;
  async function expectEachOnce(jobs: number): Promise<void> {
    await until(async () => (await effects()) === jobs);
    expect([...(await countEffects(here.database)).values()]).toEqual(Array(jobs).fill(1));
  }

  it("that is flushed in the middle of the work loses none of it", async () => {
    start();
    await enqueue(0, 60, 50);
    await until(async () => (await effects()) > 8);
    await redis.flushAll();
    expect(await effects()).toBeLessThan(60);
    await enqueue(60, 80);
    await expectEachOnce(80);
  });

  it("that dies in the middle of the work and comes back empty loses none of it, and is not waited for", async () => {
    // Nothing is called again for being silent: what comes back can only be told by the return of Redis.
    start(600_000);
    await enqueue(0, 60, 50);
    await until(async () => (await effects()) > 8);
    await redis.kill();
    const startedAt = Date.now();
    await enqueue(60, 70);
    expect(Date.now() - startedAt, "making jobs does not wait for Redis").toBeLessThan(2000);
    expect((await platform.jobs.readBacklog()).due).toBeGreaterThan(10);
    await redis.start();
    await expectEachOnce(70);
  });

  it("that is not there when the house starts is waited for in the background", async () => {
    await redis.kill();
    const startedAt = Date.now();
    start();
    await enqueue(0, 5);
    expect(Date.now() - startedAt).toBeLessThan(2000);
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect(await effects()).toBe(0);
    await redis.start();
    await expectEachOnce(5);
  });

  it("that never comes does not hold up the end", async () => {
    await redis.kill();
    start();
    await enqueue(0, 5);
    await new Promise((resolve) => setTimeout(resolve, 500));
    const stoppedAt = Date.now();
    await running.pop()?.stop();
    expect(Date.now() - stoppedAt).toBeLessThan(4000);
    await redis.start();
    start();
    await expectEachOnce(5);
  });

  it("that hangs without closing its connections loses nothing", async () => {
    start();
    await enqueue(0, 20, 20);
    await until(async () => (await effects()) > 2);
    redis.freeze();
    await enqueue(20, 30);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    redis.thaw();
    await expectEachOnce(30);
  });

  it("may be left for PostgreSQL and taken up again, with work under way", async () => {
    start();
    await enqueue(0, 40, 50);
    await until(async () => (await effects()) > 8);
    await running.pop()?.stop();
    platform = probePlatform(here.database, pino({ level: "silent" }), { redisUrl: null });
    start();
    await until(async () => (await effects()) > 20);
    await running.pop()?.stop();
    platform = probePlatform(here.database, pino({ level: "silent" }), { redisUrl: redis.url });
    start();
    await expectEachOnce(40);
  });
});
