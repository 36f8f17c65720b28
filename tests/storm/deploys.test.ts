import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VILLAGE_TEAMS } from "#tests/support/inhabitants.ts";
import { judgeHistory, judgeHouse } from "./judge-history.ts";
import { readPoints, readTruth } from "./read-boards.ts";
import { startScaledHouse } from "./scaled-house.ts";
import { newHistory, type Pair, signInPairs, startWriters } from "./writers.ts";

const RESTARTS = Number(process.env.STORM_RESTARTS ?? 50);
const REQUESTS_PER_SECOND = Number(process.env.STORM_RATE ?? 50);
const EXIT_MS = 10_000;
const BOARD_MS = 5_000;
const STORM_MS = 3_600_000;

const house = await startScaledHouse({ webs: 3, workers: 2, teams: VILLAGE_TEAMS });

describe.skipIf(!house)("rolling restarts under load", { timeout: STORM_MS }, () => {
  if (!house) return;
  const history = newHistory();
  let pairs: Pair[] = [];
  beforeAll(async () => {
    pairs = await signInPairs(house.origin, VILLAGE_TEAMS);
  }, STORM_MS);
  afterAll(() => house.remove(), STORM_MS);

  it(`SECURITY G18: ${RESTARTS} processes are asked to stop one after the other: no write fails, none is lost, no job stalls, each is gone within 10 s`, async () => {
    const processes = [...house.webs, ...house.workers];
    const writers = startWriters(house.origin, pairs, history, { requestsPerSecond: REQUESTS_PER_SECOND });
    const startedAt = performance.now();
    const exits: { name: string; status: number | null; milliseconds: number }[] = [];
    for (let count = 0; count < RESTARTS; count++) {
      const each = processes[count % processes.length];
      if (each) exits.push({ name: each.name, ...(await house.roll(each)) });
    }
    const seconds = (performance.now() - startedAt) / 1_000;
    await writers.stop();
    const slowest = Math.max(...exits.map(({ milliseconds }) => milliseconds));
    const rate = Math.round((history.requests / seconds) * 10) / 10;
    process.stderr.write(
      `Storm of deploys: ${exits.length} restarts in ${Math.round(seconds)} s under ${rate} requests/s: ` +
        `${history.requests} requests, ${history.failures.length} failed, ${history.works.length} records, ` +
        `slowest exit ${slowest} ms, slowest write ${Math.round(history.slowestMs)} ms\n`,
    );
    expect(history.failures.slice(0, 5)).toEqual([]);
    for (const exit of exits) expect(exit).toMatchObject({ status: 0 });
    expect(exits.filter(({ milliseconds }) => milliseconds >= EXIT_MS)).toEqual([]);

    await judgeHistory(house, history);
    const boardAskedAt = performance.now();
    const truth = await readTruth(house.ask);
    for (const { origin } of house.webs)
      expect(await readPoints(origin ?? "", pairs[0] as Pair)).toEqual(truth);
    expect(performance.now() - boardAskedAt).toBeLessThan(BOARD_MS);
    expect(await house.ask("select job, starts from outbox where starts > 1")).toEqual([]);
    await judgeHouse(house, pairs[0] as Pair);
  });
});
