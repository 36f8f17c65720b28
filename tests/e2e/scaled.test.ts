import type { Socket } from "socket.io-client";
import { afterAll, describe, expect, it } from "vitest";
import { until } from "#tests/storm/house-process.ts";
import { openLiveLine } from "#tests/storm/live-line.ts";
import { readPoints, readTruth } from "#tests/storm/read-boards.ts";
import { startScaledHouse } from "#tests/storm/scaled-house.ts";
import { newHistory, type Pair, signInPairs, startWriters } from "#tests/storm/writers.ts";
import { CHECKERS, LOGGERS, VISITORS } from "#tests/support/inhabitants.ts";

const TEAMS = [CHECKERS, LOGGERS, VISITORS];
const SOCKETS = 9;
const JOBS = 20;
const PATIENCE_MS = 30_000;
const TEST_MS = 180_000;

const house = await startScaledHouse({ webs: 3, workers: 2, teams: TEAMS });

describe.skipIf(!house)("three web processes and two workers behind a proxy", { timeout: TEST_MS }, () => {
  if (!house) return;
  const lines: Socket[] = [];
  const history = newHistory();
  let pairs: Pair[] = [];
  afterAll(async () => {
    for (const line of lines) line.close();
    await house.remove();
  }, TEST_MS);

  /** One pass of a short while under load; what was acknowledged is in the history. */
  async function underLoad(requestsPerSecond: number, happens: () => Promise<void>): Promise<void> {
    const writers = startWriters(house?.origin ?? "", pairs, history, { requestsPerSecond });
    await happens();
    await writers.stop();
  }

  it("SECURITY G18: live lines land on any process, and an approval through one moves the board seen through another", async () => {
    pairs = await signInPairs(house.origin, TEAMS);
    const [pair] = pairs;
    if (!pair) throw new Error("nobody came in");
    for (let count = 0; count < SOCKETS; count++)
      lines.push(openLiveLine(house.origin, pairs[count % pairs.length]));
    const socketsOf = (metricsPort: number) => readMetric(metricsPort, "live_sockets");
    await until(() => lines.every(({ connected }) => connected), PATIENCE_MS, "every line to stand");
    const landed = await Promise.all(house.webs.map(({ metricsPort }) => socketsOf(metricsPort)));
    expect(landed.reduce((sum, count) => sum + count, 0)).toBe(SOCKETS);
    for (const count of landed) expect(count, `sockets by process: ${landed}`).toBeGreaterThan(0);

    const [first, second] = house.webs.map(({ origin }) => origin ?? "");
    const watcher = openLiveLine(second ?? "", pair);
    lines.push(watcher);
    const topics = new Map<string, number>();
    watcher.on("versions", (versions: Record<string, number>) => {
      for (const [topic, version] of Object.entries(versions)) topics.set(topic, version);
    });
    const communeVersion = () => [...topics].find(([topic]) => topic.startsWith("commune:"))?.[1] ?? -1;
    await until(() => communeVersion() >= 0, PATIENCE_MS, "the versions");
    const before = await readPoints(second ?? "", pair);
    const versionBefore = communeVersion();
    const writers = startWriters(first ?? "", [pair], history, { requestsPerSecond: 1 });
    await writers.stop();
    const approvedAt = performance.now();
    await until(() => communeVersion() > versionBefore, PATIENCE_MS, "the other process to tell of it");
    const after = await readPoints(second ?? "", pair);
    process.stderr.write(
      `From an approval to the line on another process: ${Math.round(performance.now() - approvedAt)} ms\n`,
    );
    expect(after.get(pair.member.displayName)).not.toBe(before.get(pair.member.displayName));
    expect(after).toEqual(await readTruth(house.ask));
  });

  it("SECURITY G5: Redis is flushed among work and jobs: each job runs once in effect and the board is what SQL says", async () => {
    await underLoad(20, async () => {
      await house.ask(
        `insert into outbox (job, payload, due_at)
         select 'housekeeping.prune-expired', '{}'::jsonb, now() from generate_series(1, $1)`,
        [JOBS],
      );
      await house.redis.flushAll();
      await until(async () => (await openJobs()) === 0, PATIENCE_MS, "the jobs");
    });
    expect(await house.ask("select failure from outbox where failed_at is not null")).toEqual([]);
    for (const { metricsPort } of house.workers) expect(await readMetric(metricsPort, "jobs_failed")).toBe(0);
    await expectBoardsTrue();
  });

  it("SECURITY G18: each process is restarted once under load: no write fails, none is lost, each is gone within 10 s", async () => {
    const failedBefore = history.failures.length;
    await underLoad(20, async () => {
      for (const each of [house.webs[0], house.workers[0]]) {
        if (!each) continue;
        const end = await house.roll(each);
        expect(end, each.name).toMatchObject({ status: 0 });
        expect(end.milliseconds, each.name).toBeLessThan(10_000);
      }
    });
    expect(history.failures.slice(failedBefore)).toEqual([]);
    expect(history.works.filter(({ isApproved }) => !isApproved)).toEqual([]);
    await expectBoardsTrue();
    const { status, stdout } = await house.verify();
    expect(stdout).toContain("Everything is as the facts say.");
    expect(status).toBe(0);
  });

  async function openJobs(): Promise<number> {
    const [row] = await (house?.ask<{ open: number }>(
      "select count(*)::int as open from outbox where processed_at is null and due_at <= now()",
    ) ?? []);
    return row?.open ?? 0;
  }

  async function expectBoardsTrue(): Promise<void> {
    if (!house || !pairs[0]) return;
    const truth = await readTruth(house.ask);
    for (const { origin } of house.webs) expect(await readPoints(origin ?? "", pairs[0])).toEqual(truth);
  }
});

async function readMetric(port: number, name: string): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(new RegExp(`^${name} (\\d+)`, "m").exec(text)?.[1] ?? Number.NaN);
}
