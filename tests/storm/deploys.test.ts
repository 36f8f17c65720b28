import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { VILLAGE_TEAMS } from "#tests/support/inhabitants.ts";
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

    const boardAskedAt = performance.now();
    const truth = await readTruth(house.ask);
    for (const { origin } of house.webs)
      expect(await readPoints(origin ?? "", pairs[0] as Pair)).toEqual(truth);
    expect(performance.now() - boardAskedAt).toBeLessThan(BOARD_MS);

    const rows = await house.ask<{ id: string; decisions: number; awards: number }>(
      `select c.id,
              (select count(*)::int from claim_decision d where d.commune_id = c.commune_id and d.claim_id = c.id) as decisions,
              (select count(*)::int from ledger_line l
                where l.commune_id = c.commune_id and l.claim_id = c.id and l.kind = 'award') as awards
         from claim c`,
    );
    expect(rows.map(({ id }) => id).sort()).toEqual(history.works.map(({ claimId }) => claimId).sort());
    expect(rows.filter(({ decisions, awards }) => decisions !== 1 || awards !== 1)).toEqual([]);
    expect(
      await house.ask(
        "select job, starts, failures, failure from outbox where failed_at is not null or starts > 1 or (processed_at is null and due_at < now() - interval '30 s')",
      ),
    ).toEqual([]);
    const { status, stdout } = await house.verify();
    expect(stdout).toContain("Everything is as the facts say.");
    expect(status).toBe(0);
  });
});
