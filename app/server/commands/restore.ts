import path from "node:path";
import { parseArgs } from "node:util";
import { NotEmpty } from "#app/features/operations/backup/fill-database.server.ts";
import { DamagedBackup } from "#app/features/operations/backup/read-archive.server.ts";
import { CannotRestore, planRestore } from "#app/features/operations/backup/restore-house.server.ts";
import { readManifest } from "#app/features/operations/verify/manifest.server.ts";
import { verifyHouse } from "#app/features/operations/verify/verify-house.server.ts";
import { systemRandom } from "#app/platform/clock/system-clock.server.ts";
import { DataFolderInUse } from "#app/platform/db/embedded/cluster.ts";
import { openDatabase } from "#app/platform/db/open-database.server.ts";
import { makeLog } from "#app/platform/log/make-log.server.ts";
import type { CommandFacts } from "../command-facts.ts";
import { databasePreparations } from "../database-preparations.server.ts";
import { readCommandConfig } from "../read-command-config.server.ts";

const USAGE = `npm run restore -- FILE.tar.gz [--keys FILE.keys]

Brings a backup back into an EMPTY house: a new DATA_DIR, or an empty database. The archive is judged as a whole
before anything is written; afterwards the house is verified against the backup's own anchors.`;

/** Refusals the operator can act on are sentences; anything else is a fault and keeps its stack. */
const REFUSALS = [DamagedBackup, NotEmpty, CannotRestore, DataFolderInUse];

export async function run(facts: CommandFacts): Promise<void> {
  try {
    process.exitCode = await restore(facts);
  } catch (error) {
    if (!REFUSALS.some((kind) => error instanceof kind)) throw error;
    process.stderr.write(`${(error as Error).message}\n`);
    process.exitCode = 1;
  }
}

async function restore(facts: CommandFacts): Promise<number> {
  const { file, keysFile } = readArguments(facts.args);
  const config = readCommandConfig({ ...facts, args: [] });
  const log = makeLog({ mode: "test", role: "worker" }, process.stderr);
  const { appRoot, dataDir, masterKeyFile } = config;
  const plan = await planRestore({ file, keysFile, appRoot, dataDir, masterKeyFile, random: systemRandom });
  const opened = await openDatabase(config, log, { preparations: databasePreparations, fill: plan.fill });
  const maintain = opened.openPool("maintain", { name: "verify", max: 2, statementTimeoutMs: 0 });
  try {
    const { manifest } = plan;
    const rows = manifest.tables.reduce((total, table) => total + table.rows, 0);
    process.stdout.write(
      `Restored the house of ${manifest.madeAt}: ${rows} rows, ${manifest.files.length} files.\n`,
    );
    const wish = {
      maintain,
      manifest: await readManifest(appRoot),
      anchors: manifest.anchors,
      dataDir,
      nowMs: Date.now,
    };
    let findings = 0;
    for await (const report of verifyHouse(wish)) {
      findings += report.findings;
      for (const { table, row, says } of report.first)
        process.stdout.write(`${report.id} ${table}: ${row}: ${says}\n`);
    }
    process.stdout.write(
      findings === 0
        ? "Verified. Everybody signs in anew.\n"
        : `${findings} found: do not open this house to anybody.\n`,
    );
    return findings === 0 ? 0 : 1;
  } finally {
    await maintain.end();
    await opened.close();
  }
}

function readArguments(args: readonly string[]): { file: string; keysFile: string } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { keys: { type: "string" } },
    });
    const [given, ...more] = positionals;
    if (!given || more.length > 0) throw new Error("Name the one archive to restore.");
    const file = path.resolve(given);
    return { file, keysFile: values.keys ? path.resolve(values.keys) : `${file}.keys` };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exit(2);
  }
}
