import { fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { testOffice } from "../communes/office.ts";
import type { ClockWish } from "./clock-process.ts";
import { bookWork, plantWorkers } from "./workers-of-a-month.ts";

const office = testOffice();
const script = path.join(process.cwd(), ".cache", `clock-process-${process.pid}.mjs`);
const START = new Date("2026-11-20T02:00:00Z");
const LATER = new Date("2027-02-01T02:00:00Z");

beforeAll(() =>
  build({
    entryPoints: [path.join(process.cwd(), "tests/integration/months/clock-process.ts")],
    outfile: script,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    logLevel: "error",
  }),
);
afterAll(() => rm(script, { force: true }));

async function dieAt(communeId: number, failpoint: ClockWish["failpoint"]): Promise<string | null> {
  const wish: ClockWish = { appUrl: office.db.addresses.app, communeId, nowMs: LATER.getTime(), failpoint };
  const clock = fork(script, [JSON.stringify(wish)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
  await once(clock, "exit");
  return clock.signalCode;
}

/** Each month's way through its states as the audit log saw it: "202612 grace", once each. */
async function way(communeId: number): Promise<string[]> {
  const { rows } = await office.db.maintain.query<{ step: string }>(
    `select (e -> 'key' ->> 'id') || ' ' || (e -> 'now' ->> 'state') as step
       from audit_log l cross join jsonb_array_elements(l.body::jsonb) e
      where l.commune_id = $1 and l.table_name = 'month' order by l.seq`,
    [communeId],
  );
  return rows.map(({ step }) => step);
}

describe("a clock that dies", () => {
  it.each([
    ["with a month opened and not committed", "months.opened", 1],
    ["between opening two months", "months.after-open", 1],
    ["holding the ledger", "months.locked", 2],
    ["before the first month goes into grace", "months.before-grace", 1],
    ["with grace written and not committed", "months.grace-written", 1],
    ["before figures freeze", "months.before-provisional", 1],
    ["with figures frozen and not committed", "months.provisional-written", 1],
    ["between freezing and sealing", "months.after-step", 2],
    ["with the seal computed and not kept", "months.seal-read", 1],
    ["with the seal kept and the month not yet sealed", "months.seal-kept", 1],
    ["with the month sealed and not committed", "months.sealed-written", 1],
    ["after a whole month, in the middle of the next", "months.before-provisional", 2],
  ])("%s goes on where it was, and takes each step once", async (_, name, pass) => {
    office.setNow(START);
    const workers = await plantWorkers(office);
    const { communeId } = workers;
    await advanceMonths(office.platform, communeId, START);
    await bookWork(office, workers, { on: "2026-11-20" });
    expect(await dieAt(communeId, { name, pass })).toBe("SIGKILL");

    await advanceMonths(office.platform, communeId, LATER);
    const steps = await way(communeId);
    expect(new Set(steps).size).toBe(steps.length);
    const { rows } = await office.db.maintain.query<{ id: number; state: string; seals: number }>(
      `select id, state, (select count(*)::int from month_seal s where s.commune_id = m.commune_id and s.month_id = m.id) as seals
         from month m where commune_id = $1 order by id`,
      [communeId],
    );
    expect(rows.map(({ state, seals }) => `${state} ${seals}`)).toEqual(["sealed 1", "sealed 1", "open 0"]);
  });
});
