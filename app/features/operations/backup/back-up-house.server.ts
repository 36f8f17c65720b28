import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Pool, PoolClient } from "pg";
import { to as copyTo } from "pg-copy-streams";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { masterKeyPath } from "#app/platform/keys/open-key-ring.server.ts";
import {
  ARCHIVE_FORMAT,
  type BackupKeys,
  FILES_FOLDER,
  type Manifest,
  type PartInArchive,
  type TableInArchive,
} from "./manifest.schema.ts";
import { orderTables, type TableWithReferences } from "./order-tables.ts";
import {
  copyStatement,
  LEFT_OUT,
  READ_CHAIN_ENDS,
  READ_MIGRATIONS,
  READ_SEQUENCES,
  READ_TABLES,
} from "./tables.sql.ts";
import { type ArchiveWriter, writeArchive } from "./write-archive.server.ts";

export interface BackupWish {
  /** A pool of tds_maintain without a statement timeout. */
  readonly maintain: Pool;
  readonly keys: KeyRing;
  readonly dataDir: string;
  readonly masterKeyFile: string | null;
  /** The archive; its keys lie beside it under the same name and ".keys". */
  readonly file: string;
  readonly id: string;
  readonly now: Date;
}

export interface BackupReport {
  readonly file: string;
  readonly keysFile: string;
  readonly bytes: number;
  readonly manifest: Manifest;
}

/** Values as text that any later server reads the same way. */
const PLAIN_TEXT = [
  "datestyle = 'ISO, YMD'",
  "timezone = 'UTC'",
  "intervalstyle = 'postgres'",
  "bytea_output = 'hex'",
  "extra_float_digits = 1",
];

/** One moment of the whole house in one file, taken beside a running house without holding anybody up. */
export async function backUpHouse(wish: BackupWish): Promise<BackupReport> {
  const keysFile = `${wish.file}.keys`;
  await mkdir(path.dirname(wish.file), { recursive: true, mode: 0o700 });
  const masterKey = await readFile(masterKeyPath(wish), "utf8");
  const keys: BackupKeys = { format: ARCHIVE_FORMAT, backup: wish.id, masterKey: masterKey.trim() };
  await writeFile(keysFile, `${JSON.stringify(keys)}\n`, { mode: 0o600, flag: "wx", flush: true });
  try {
    const manifest = await inSnapshot(wish.maintain, (client) => fillArchive(client, wish));
    return { file: wish.file, keysFile, bytes: (await stat(wish.file)).size, manifest };
  } catch (error) {
    await rm(keysFile, { force: true });
    throw error;
  }
}

async function inSnapshot<T>(maintain: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await maintain.connect();
  let isDone = false;
  try {
    await client.query("begin isolation level repeatable read read only");
    for (const setting of PLAIN_TEXT) await client.query(`set local ${setting}`);
    const result = await work(client);
    await client.query("rollback");
    isDone = true;
    return result;
  } finally {
    client.release(!isDone);
  }
}

async function fillArchive(client: PoolClient, wish: BackupWish): Promise<Manifest> {
  let manifest: Manifest | undefined;
  await writeArchive(wish.file, async (archive) => {
    const tables = await copyTables(client, archive);
    manifest = {
      format: ARCHIVE_FORMAT,
      id: wish.id,
      madeAt: wish.now.toISOString(),
      databaseVersion:
        (await client.query<{ version: string }>("select current_setting('server_version') as version"))
          .rows[0]?.version ?? "",
      migrations: (await client.query<Manifest["migrations"][number]>(READ_MIGRATIONS)).rows,
      tables,
      sequences: (await client.query<Manifest["sequences"][number]>(READ_SEQUENCES)).rows,
      files: await copyFiles(path.join(wish.dataDir, FILES_FOLDER), archive),
      anchors: (await client.query<Manifest["anchors"][number]>(READ_CHAIN_ENDS)).rows,
      keyFingerprint: wish.keys.fingerprint("backup", wish.id),
    };
    await archive.addBytes("manifest.json", Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`));
  });
  if (!manifest) throw new Error("the archive was written without its manifest");
  return manifest;
}

async function copyTables(client: PoolClient, archive: ArchiveWriter): Promise<TableInArchive[]> {
  const { rows } = await client.query<TableWithReferences & { columns: string[] }>(READ_TABLES, [LEFT_OUT]);
  const tables: TableInArchive[] = [];
  for (const { name, columns } of orderTables(rows)) {
    const copy = client.query(copyTo(copyStatement(name, columns, "to stdout")));
    const parts = await archive.addStream(`tables/${name}`, copy);
    tables.push({ name, columns: [...columns], rows: copy.rowCount, parts });
  }
  return tables;
}

/** Files are written before the row that names them and never changed, so the snapshot's are all there. */
async function copyFiles(folder: string, archive: ArchiveWriter): Promise<PartInArchive[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { withFileTypes: true, recursive: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const parts: PartInArchive[] = [];
  for (const file of files) {
    const inside = path.relative(folder, file).split(path.sep).join("/");
    parts.push(await archive.addFile(`${FILES_FOLDER}/${inside}`, file, (await stat(file)).size));
  }
  return parts;
}
