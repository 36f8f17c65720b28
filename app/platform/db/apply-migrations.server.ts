import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import { Pool } from "pg";
import { type Migration, readMigrations } from "./read-migrations.server.ts";

/**
 * Brings the schema to this build's migrations with Prisma's own engine in WebAssembly, without network.
 * The caller holds the lock that lets one process migrate at a time. Answers the names it applied, the last of
 * them `upTo` where one is given.
 */
export async function applyMigrations(owner: Pool, appRoot: string, upTo?: string): Promise<string[]> {
  const known = await readMigrations(appRoot);
  const migrations = upTo === undefined ? known : known.filter(({ name }) => name <= upTo);
  const recorded = await readRecorded(owner);
  refuseForeign(migrations, recorded);
  if (isUpToDate(migrations, recorded)) return [];
  await forgetUnfinished(owner, recorded);
  return runEngine(owner, appRoot, migrations);
}

/** Whether the schema is exactly this build's; any role may ask. */
export async function isMigrated(pool: Pool, appRoot: string): Promise<boolean> {
  return isUpToDate(await readMigrations(appRoot), await readRecorded(pool));
}

interface Recorded {
  readonly name: string;
  readonly checksum: string;
  readonly isFinished: boolean;
}

/** What the database says was applied; null when nothing ever was. */
async function readRecorded(pool: Pool): Promise<Recorded[] | null> {
  const { rows: found } = await pool.query(
    "select to_regclass('public._prisma_migrations') is not null as known",
  );
  if (!found[0].known) return null;
  const { rows } = await pool.query<Recorded>(
    `select migration_name as name, checksum, finished_at is not null as "isFinished"
       from _prisma_migrations where rolled_back_at is null order by migration_name`,
  );
  return rows;
}

function isUpToDate(migrations: readonly Migration[], recorded: readonly Recorded[] | null): boolean {
  if (recorded === null || recorded.length !== migrations.length) return false;
  return migrations.every((migration, index) => {
    const row = recorded[index];
    return row?.name === migration.name && row.checksum === migration.checksum && row.isFinished;
  });
}

/** An older program must not write into a newer schema, nor a changed migration pass for the one applied. */
function refuseForeign(migrations: readonly Migration[], recorded: readonly Recorded[] | null): void {
  for (const row of recorded ?? []) {
    const known = migrations.find((migration) => migration.name === row.name);
    if (!known) {
      throw new Error(
        `the database holds migration "${row.name}", which this version of the program does not know: it is older than its data`,
      );
    }
    if (row.isFinished && known.checksum !== row.checksum) {
      throw new Error(`migration "${row.name}" was changed after it was applied to this database`);
    }
  }
}

/** A script and its record commit together (see WholeScript), so an unfinished record stands for nothing done. */
async function forgetUnfinished(owner: Pool, recorded: readonly Recorded[] | null): Promise<void> {
  if (recorded?.some((row) => !row.isFinished)) {
    await owner.query(
      "update _prisma_migrations set rolled_back_at = now() where finished_at is null and rolled_back_at is null",
    );
  }
}

async function runEngine(owner: Pool, appRoot: string, migrations: readonly Migration[]): Promise<string[]> {
  const { SchemaEngine } = await loadEngine(appRoot);
  // The engine takes a lock on a connection and leaves it there: these connections end with its work.
  const pool = new Pool({ ...owner.options, max: 3 });
  const engine = await SchemaEngine.new(
    { datamodels: undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(new WholeScript(pool, migrations)),
  );
  try {
    const answer = await engine.applyMigrations({
      migrationsList: {
        baseDir: "prisma/migrations",
        lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
        shadowDbInitScript: "",
        migrationDirectories: migrations.map(({ name, script }) => ({
          path: name,
          migrationFile: { path: "migration.sql", content: { tag: "ok", value: script } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    });
    return answer.appliedMigrationNames;
  } finally {
    engine.free();
    await pool.end();
  }
}

type EngineModule = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

/** The engine's glue keeps the memory of its instance in variables of its own, so each instance has its own copy of it. */
async function loadEngine(appRoot: string): Promise<EngineModule> {
  const require = createRequire(path.join(appRoot, "package.json"));
  const glueFile = require.resolve("@prisma/schema-engine-wasm/schema_engine_bg");
  const glue = (await import(`${pathToFileURL(glueFile).href}?instance=${randomUUID()}`)) as EngineModule & {
    __wbg_set_wasm(exports: WebAssembly.Exports): void;
  };
  const compiled = await WebAssembly.compile(await readFile(glueFile.replace(/\.js$/, ".wasm")));
  const { exports } = await WebAssembly.instantiate(compiled, { "./schema_engine_bg.js": { ...glue } });
  glue.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  return glue;
}

/**
 * The adapter cuts scripts at every semicolon, dollar quotes or not. Here a script goes as one query, which the
 * server runs as one transaction, and with it the record that it was applied: a kill at any moment leaves both
 * or neither.
 */
class WholeScript extends PrismaPg {
  readonly #migrations: readonly Migration[];

  constructor(pool: Pool, migrations: readonly Migration[]) {
    super(pool);
    this.#migrations = migrations;
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script: string) => {
      const migration = this.#migrations.find((candidate) => candidate.script === script);
      const record = migration
        ? `;\nupdate public._prisma_migrations set finished_at = now() where migration_name = '${migration.name}' and rolled_back_at is null;`
        : "";
      await adapter.underlyingDriver().query(script + record);
    };
    return adapter;
  }
}
