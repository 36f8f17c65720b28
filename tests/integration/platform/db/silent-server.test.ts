import type { Pool } from "pg";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { APP_SETTINGS } from "#app/platform/db/open-database.server.ts";
import { openPool } from "#app/platform/db/open-pool.server.ts";
import { isPassingFault } from "#app/platform/faults/passing-fault.ts";
import { type Line, openLine } from "#tests/storm/bad-line.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const QUICK = { lookEveryMs: 20, suspectMs: 200, answerMs: 300 };
const PATIENT = { ...QUICK, answerMs: 30_000 };

const here = testDatabase();
let line: Line;
const pools: Pool[] = [];
beforeAll(async () => {
  line = await openLine(Number(new URL(here.addresses.app).port));
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  await line.close();
});

function open(silence: typeof QUICK): Pool {
  const address = new URL(here.addresses.app);
  address.port = String(line.port);
  const log = pino({ level: "silent" });
  const pool = openPool(address.href, log, { name: "test", max: 2, silence, settings: APP_SETTINGS });
  pools.push(pool);
  return pool;
}

describe("a database that falls silent", () => {
  it("SECURITY G19: ends what waits for it as a fault that passes, and serves again when it speaks", async () => {
    const pool = open(QUICK);
    const client = await pool.connect();
    await client.query("begin");
    line.become("silent");
    const failure = await client.query("select 1").catch((error: unknown) => error);
    expect(isPassingFault(failure)).toBe(true);
    client.release(failure as Error);
    line.become("whole");
    expect((await pool.query("select 1 as one")).rows).toEqual([{ one: 1 }]);
  });

  it("a statement that takes long on a server that answers others is left alone", async () => {
    const pool = open(PATIENT);
    expect((await pool.query("select 1 as one, pg_sleep(0.6)")).rows).toMatchObject([{ one: 1 }]);
  });
});
