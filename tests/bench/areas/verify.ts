import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { SEAL_FIGURES } from "#app/features/months/seal-facts.sql.ts";
import { findSchemeOn } from "#app/features/scheme/find-scheme.server.ts";
import { systemRandom } from "#app/platform/clock/system-clock.server.ts";
import { openDatabase } from "#app/platform/db/open-database.server.ts";
import { openKeyRing } from "#app/platform/keys/open-key-ring.server.ts";
import { databasePreparations } from "#app/server/database-preparations.server.ts";
import type { Figure } from "../figure.ts";
import { fillYear, OPEN_MONTHS } from "./verify.sql.ts";
import type { Telling } from "./verify-apart.ts";

const LINES_PER_MEMBER = 12 * 42;

/** How long a year of a large commune takes to be sealed and told again, and what memory that needs. */
export async function measureVerify(isQuick: boolean): Promise<Figure[]> {
  const members = isQuick ? 100 : 2000;
  const dataDir = await mkdtemp(path.join(tmpdir(), "bench-verify-"));
  const log = pino({ level: "silent" });
  const opened = await openDatabase({ dataDir, appRoot: process.cwd(), database: null }, log, {
    preparations: databasePreparations,
  });
  const owner = opened.openPool("owner", { name: "bench", max: 1, statementTimeoutMs: 0 });
  try {
    await owner.query(fillYear(members));
    await writeRules(opened.database);
    await owner.query(OPEN_MONTHS);
    await keepSums(owner);
    const sealing = await secondsOf(async () => {
      const platform = {
        db: opened.database,
        live: { touch: async () => {} },
        config: { mode: "production" },
        keys: await openKeyRing({ masterKeyFile: null, dataDir, random: systemRandom }),
        random: systemRandom,
      };
      await advanceMonths(platform as never, 1, new Date("2026-12-31T00:00:00Z"));
    });
    const telling = await tellApart(opened.addresses.maintain);
    if (telling.findings > 0) throw new Error(`verify found ${telling.findings} where nothing is wrong`);
    const lines = members * LINES_PER_MEMBER;
    return [
      figure(`${lines} lines: sealing eleven months`, sealing, "s", 60),
      figure(`${lines} lines: verify of the ledger`, telling.seconds, "s", 60),
      figure(`${lines} lines: memory of verify`, telling.memoryMb, "MB", 512),
    ];
  } finally {
    await owner.end();
    await opened.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** In a process of its own, as the command runs: what sealing left in memory is not verify's. */
async function tellApart(address: string): Promise<Telling> {
  const child = fork(new URL("verify-apart.ts", import.meta.url), [], {
    execArgv: process.execArgv,
    env: { ...process.env, VERIFY_ADDRESS: address },
  });
  const [telling] = (await once(child, "message")) as [Telling];
  return telling;
}

async function writeRules(database: Awaited<ReturnType<typeof openDatabase>>["database"]): Promise<void> {
  const scope = { actorId: null, verb: "bench", requestId: "bench", communes: [1] };
  await database.withCommunes(scope, (tx) => findSchemeOn(tx, 1, "2026-01-01" as never));
}

async function keepSums(owner: { query(sql: string): Promise<unknown> }): Promise<void> {
  for (let month = 202601; month <= 202612; month++) {
    const figures = SEAL_FIGURES.replaceAll("$1", "1").replaceAll("$2", String(month));
    await owner.query(`insert into standing (commune_id, month_id, subject, subject_id, points, claims, visits, applied_seq)
      select 1, ${month}, subject, id, points, claims, visits, 0 from (${figures}) f`);
  }
}

async function secondsOf(work: () => Promise<void>): Promise<number> {
  const startedMs = performance.now();
  await work();
  return (performance.now() - startedMs) / 1000;
}

function figure(operation: string, measured: number, unit: "s" | "MB", budget: number): Figure {
  return {
    area: "verify",
    operation,
    measured,
    unit,
    against: { what: `${budget} ${unit}`, value: budget },
    gate: 1,
  };
}
