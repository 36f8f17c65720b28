import { setTimeout as pause } from "node:timers/promises";
import type { Socket } from "socket.io-client";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VILLAGE_TEAMS } from "#tests/support/inhabitants.ts";
import { until } from "./house-process.ts";
import { judgeHistory, judgeHouse } from "./judge-history.ts";
import { openLiveLine } from "./live-line.ts";
import { startReaders } from "./readers.ts";
import { startScaledHouse } from "./scaled-house.ts";
import { newHistory, type Pair, signInPairs, startWriters } from "./writers.ts";

const MINUTES = Number(process.env.STORM_MINUTES ?? 15);
const PAGES_PER_SECOND = Number(process.env.STORM_PAGES ?? 15);
const WRITES_PER_SECOND = Number(process.env.STORM_RATE ?? 15);
/** One less than a sign-in may keep open. */
const SCREENS_EACH = 7;
const SCREENS = SCREENS_EACH * VILLAGE_TEAMS.length;
const PATIENCE_MS = 30_000;
const STORM_MS = 3_600_000;

const house = await startScaledHouse({ webs: 3, workers: 2, teams: VILLAGE_TEAMS });

describe.skipIf(!house)("everything at once, for long", { timeout: STORM_MS }, () => {
  if (!house) return;
  let pairs: Pair[] = [];
  let lines: Socket[] = [];
  beforeAll(async () => {
    pairs = await signInPairs(house.origin, VILLAGE_TEAMS);
  }, STORM_MS);
  afterAll(async () => {
    for (const line of lines) line.close();
    await house.remove();
  }, STORM_MS);

  it(`SECURITY G16: ${MINUTES} minutes of pages, records, approvals and open screens: nothing fails, nothing is lost, verify is clean`, async () => {
    const history = newHistory();
    let told = 0;
    lines = Array.from({ length: SCREENS }, (_, index) =>
      openLiveLine(house.origin, pairs[index % pairs.length]),
    );
    for (const line of lines)
      line.on("versions", () => {
        told += 1;
      });
    await until(() => lines.every(({ connected }) => connected), PATIENCE_MS, "every line to stand");
    const dropped: string[] = [];
    for (const line of lines) line.on("disconnect", (reason) => dropped.push(reason));

    const startedAt = performance.now();
    const writers = startWriters(house.origin, pairs, history, { requestsPerSecond: WRITES_PER_SECOND });
    const readers = startReaders(house.origin, pairs, PAGES_PER_SECOND);
    await pause(MINUTES * 60_000);
    const { milliseconds, failures } = await readers.stop();
    await writers.stop();
    const seconds = (performance.now() - startedAt) / 1_000;
    const atShare = (share: number) => Math.round(milliseconds[Math.floor(share * milliseconds.length)] ?? 0);
    process.stderr.write(
      `Load mix: ${Math.round(seconds)} s, ${milliseconds.length} pages (p50 ${atShare(0.5)} ms, p95 ${atShare(0.95)} ms, ` +
        `p99 ${atShare(0.99)} ms), ${failures.length} failed; ${history.requests} requests of writers, ${history.failures.length} failed, ` +
        `slowest ${Math.round(history.slowestMs)} ms; ${history.works.length} records; ${SCREENS} screens told ${told} times, ${dropped.length} dropped\n`,
    );
    expect(failures.slice(0, 5)).toEqual([]);
    expect(history.failures.slice(0, 5)).toEqual([]);
    expect(dropped).toEqual([]);
    expect(told).toBeGreaterThan(SCREENS);
    await judgeHistory(house, history);
    await judgeHouse(house, pairs[0] as Pair);
  });
});
