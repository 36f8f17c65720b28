import { randomUUID } from "node:crypto";
import { Redis } from "ioredis";
import pino from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { systemClock, systemRandom } from "#app/platform/clock/system-clock.server.ts";
import { openPool } from "#app/platform/db/open-pool.server.ts";
import { makeKeyRing } from "#app/platform/keys/open-key-ring.server.ts";
import { makeMetrics } from "#app/platform/metrics/make-metrics.server.ts";
import { makeThrottle } from "#app/platform/throttle/make-throttle.server.ts";
import type { Throttle, ThrottleRule } from "#app/platform/throttle/throttle.ts";
import { type OwnRedis, ownRedis } from "#tests/support/redis-for-the-run.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const db = testDatabase();
const keys = makeKeyRing(new Uint8Array(32).fill(3), systemRandom);
const log = pino({ level: "silent" });
const closers: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

function rule(name: string, points = 5, perSeconds = 3_600): ThrottleRule {
  return { name, points, perSeconds };
}

function open(redisUrl: string | null, databaseUrl = db.addresses.app) {
  const pool = openPool(databaseUrl, log, { name: "throttle test", max: 4 });
  const metrics = makeMetrics({ ofProcess: false });
  const throttle = makeThrottle({ redisUrl, pool, keys, clock: systemClock, log, metrics });
  closers.push(
    () => throttle.close(),
    () => pool.end(),
  );
  return { throttle, metrics, pool };
}

/** How many of `tries` get through, one after the other. */
async function spend(throttle: Throttle, of: ThrottleRule, key: string, tries: number): Promise<number> {
  let through = 0;
  for (let attempt = 0; attempt < tries; attempt++) if ((await throttle.spend(of, key)).ok) through++;
  return through;
}

const NOWHERE = "postgresql://tds_app:x@127.0.0.1:1/none";

describe("on one box, with PostgreSQL alone", () => {
  it("lets the rule's tries through and tells how long to wait", async () => {
    const { throttle, metrics } = open(null);
    const five = rule("five");
    expect(await spend(throttle, five, "an", 8)).toBe(5);
    const answer = await throttle.spend(five, "an");
    expect(answer.ok).toBe(false);
    if (!answer.ok) expect(answer.retryAfterMs).toBeGreaterThan(3_500_000);
    expect(await spend(throttle, five, "bình", 1), "another key").toBe(1);
    expect(await spend(throttle, rule("six"), "an", 1), "another rule").toBe(1);
    expect(await metrics.text()).toContain('throttled_total{rule="five"} 4');
  });

  it("gives the tries back after a success, and a new set when the time is over", async () => {
    const { throttle } = open(null);
    const short = rule("short", 2, 1);
    expect(await spend(throttle, short, "an", 3)).toBe(2);
    await throttle.forgive(short, "an");
    expect(await spend(throttle, short, "an", 3)).toBe(2);
    await expect.poll(() => spend(throttle, short, "an", 1), { timeout: 5_000, interval: 200 }).toBe(1);
  });

  it("counts once and for all when many try at the same moment, in several processes", async () => {
    const doors = [open(null), open(null), open(null)];
    const race = rule("race", 10);
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, index) => doors[index % 3]?.throttle.spend(race, "an")),
    );
    expect(answers.filter((answer) => answer?.ok)).toHaveLength(10);
  });

  it("remembers across a restart", async () => {
    const restart = rule("restart");
    expect(await spend(open(null).throttle, restart, "an", 5)).toBe(5);
    expect(await spend(open(null).throttle, restart, "an", 1)).toBe(0);
  });

  it("writes down no key as it was given", async () => {
    const { throttle } = open(null);
    await throttle.spend(rule("secret"), "0912345678");
    const { rows } = await db.superuser.query("select key from throttle where key like 'secret:%'");
    expect(rows).toHaveLength(1);
    expect(rows[0].key).toMatch(/^secret:[0-9a-f]{40}$/);
  });

  it("without any database counts in memory, and says so once", async () => {
    const { throttle } = open(null, NOWHERE);
    expect(await spend(throttle, rule("memory"), "an", 8)).toBe(5);
    await throttle.forgive(rule("memory"), "an");
    expect(await spend(throttle, rule("memory"), "an", 8)).toBe(5);
  });
});

describe("with Redis beside it", () => {
  let redis: OwnRedis | null = null;
  beforeAll(async () => {
    redis = await ownRedis();
  });
  afterAll(() => redis?.close());

  function here(skip: (reason: string) => never): OwnRedis {
    return redis ?? skip("no redis-server");
  }

  /** Waits until the throttle's own connection to Redis is up, seen by what it leaves there. */
  async function connected(own: OwnRedis, throttle: Throttle): Promise<void> {
    const client = new Redis(own.url);
    const warm = rule(`warm-${randomUUID()}`, 1_000_000);
    const isThere = async () => {
      await throttle.spend(warm, "x");
      return (await client.keys(`throttle:${warm.name}:*`)).length;
    };
    try {
      await expect.poll(isThere, { timeout: 8_000 }).toBe(1);
    } finally {
      client.disconnect();
    }
  }

  it("a flood of refused tries never reaches PostgreSQL", async ({ skip }) => {
    const own = here(skip);
    const { throttle } = open(own.url);
    await connected(own, throttle);
    expect(await spend(throttle, rule("flood"), "an", 300)).toBe(5);
    const { rows } = await db.superuser.query("select points from throttle where key like 'flood:%'");
    expect(rows).toEqual([{ points: 5 }]);
  });

  it.for([
    ["killed", (own: OwnRedis) => own.kill()],
    ["flushed", (own: OwnRedis) => own.flushAll()],
    ["killed and started empty", (own: OwnRedis) => own.kill().then(() => own.start())],
    ["frozen", async (own: OwnRedis) => own.freeze()],
  ] as const)("Redis %s mid-way hands out no fresh tries", async ([how, harm], { skip }) => {
    const own = here(skip);
    const { throttle } = open(own.url);
    await connected(own, throttle);
    const guess = rule(`guess-${how.replaceAll(" ", "-")}`);
    try {
      expect(await spend(throttle, guess, "an", 3)).toBe(3);
      await harm(own);
      const started = performance.now();
      expect(await spend(throttle, guess, "an", 20)).toBe(2);
      expect(performance.now() - started, "nobody waits long").toBeLessThan(3_000);
      await throttle.forgive(guess, "an");
      expect(await spend(throttle, guess, "an", 20)).toBe(5);
    } finally {
      own.thaw();
      await own.kill();
      await own.start();
    }
  });

  it("comes back by itself when Redis does", async ({ skip }) => {
    const own = here(skip);
    const { throttle } = open(own.url);
    await connected(own, throttle);
    await own.kill();
    expect(await spend(throttle, rule("away"), "an", 8)).toBe(5);
    await own.start();
    await connected(own, throttle);
  });

  it("keeps counting in Redis while PostgreSQL is away", async ({ skip }) => {
    const own = here(skip);
    const { throttle } = open(own.url, NOWHERE);
    await connected(own, throttle);
    expect(await spend(throttle, rule("alone"), "an", 8)).toBe(5);
    const other = open(own.url, NOWHERE).throttle;
    await connected(own, other);
    expect(await spend(other, rule("alone"), "an", 1), "another process counts on").toBe(0);
  });

  it("gives tries back in both places", async ({ skip }) => {
    const own = here(skip);
    const { throttle } = open(own.url);
    await connected(own, throttle);
    expect(await spend(throttle, rule("both"), "an", 8)).toBe(5);
    await throttle.forgive(rule("both"), "an");
    expect(await spend(throttle, rule("both"), "an", 8)).toBe(5);
  });
});
