import path from "node:path";
import { parseArgs } from "node:util";
import { makeId } from "#app/domain/ids.ts";
import { backUpHouse } from "#app/features/operations/backup/back-up-house.server.ts";
import { systemClock, systemRandom } from "#app/platform/clock/system-clock.server.ts";
import { openDatabase } from "#app/platform/db/open-database.server.ts";
import { openKeyRing } from "#app/platform/keys/open-key-ring.server.ts";
import { makeLog } from "#app/platform/log/make-log.server.ts";
import type { CommandFacts } from "../command-facts.ts";
import { databasePreparations } from "../database-preparations.server.ts";
import { readCommandConfig } from "../read-command-config.server.ts";

const USAGE = `npm run backup -- [--to FILE.tar.gz]

Takes one moment of the whole house, beside a running house or of one that is stopped, into one archive and one
file of keys. Without --to they go into DATA_DIR/backups. Keep the two apart, and neither on this machine alone.`;

export async function run(facts: CommandFacts): Promise<void> {
  try {
    await backUp(facts);
  } catch (error) {
    const { code, path: taken } = error as NodeJS.ErrnoException;
    if (code !== "EEXIST") throw error;
    process.stderr.write(`${taken} is there already, and a backup writes over nothing. Name another file.\n`);
    process.exitCode = 1;
  }
}

async function backUp(facts: CommandFacts): Promise<void> {
  const to = readArguments(facts.args);
  const config = readCommandConfig({ ...facts, args: [] });
  const log = makeLog({ mode: "test", role: "worker" }, process.stderr);
  const now = systemClock.now();
  const file = to ? path.resolve(to) : path.join(config.dataDir, "backups", nameFor(now));
  const opened = await openDatabase(config, log, { preparations: databasePreparations, mayJoin: true });
  // A copy takes the time it takes.
  const maintain = opened.openPool("maintain", { name: "backup", max: 1, statementTimeoutMs: 0 });
  try {
    const { dataDir, masterKeyFile } = config;
    const keys = await openKeyRing({ masterKeyFile, dataDir, random: systemRandom });
    const id = makeId(now.getTime(), systemRandom.bytes(10));
    const { keysFile, bytes, manifest } = await backUpHouse({
      maintain,
      keys,
      dataDir,
      masterKeyFile,
      file,
      id,
      now,
    });
    const rows = manifest.tables.reduce((total, table) => total + table.rows, 0);
    const megabytes = (bytes / 1_000_000).toFixed(1);
    process.stdout.write(`${file}\n${keysFile}\n`);
    process.stderr.write(
      `${rows} rows of ${manifest.tables.length} tables and ${manifest.files.length} files, ${megabytes} MB. ` +
        "Carry the archive to another machine, and the keys to a third place: without them phone numbers and second factors cannot be read.\n",
    );
  } finally {
    await maintain.end();
    await opened.close();
  }
}

function readArguments(args: readonly string[]): string | undefined {
  try {
    return parseArgs({ args: [...args], options: { to: { type: "string" } } }).values.to;
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n\n${USAGE}\n`);
    process.exit(2);
  }
}

function nameFor(now: Date): string {
  return `thi-dua-so-${now.toISOString().replace(/[-:]/g, "").slice(0, 15)}Z.tar.gz`;
}
