import { createHash } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Writable } from "node:stream";
import { finished } from "node:stream/promises";
import { escapeIdentifier, type Pool, type PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { FILES_FOLDER, type Manifest, type PartInArchive, type TableInArchive } from "./manifest.schema.ts";
import {
  type ArchiveEntry,
  comparePart,
  DamagedBackup,
  MANIFEST_ENTRY,
  partsOf,
  readEntries,
} from "./read-archive.server.ts";
import { copyStatement } from "./tables.sql.ts";

/** A restore never mixes two houses. */
export class NotEmpty extends Error {
  override readonly name = "NotEmpty";
}

const READ_WALLED_TABLES = `
select w.table_name as name, c.relrowsecurity as "isWalled"
  from tds_wall w join pg_class c on c.relname = w.table_name and c.relnamespace = 'public'::regnamespace
 where w.kind <> 'system' order by 1`;

interface WalledTable {
  readonly name: string;
  readonly isWalled: boolean;
}

/**
 * Everything of the archive in one transaction: either the house is there or nothing is. The owner steps past the
 * walls of its own tables for that long, since COPY is refused behind them and the copied audit log must not be
 * written a second time by its triggers.
 */
export async function fillDatabase(
  owner: Pool,
  file: string,
  manifest: Manifest,
  dataDir: string,
): Promise<void> {
  const client = await owner.connect();
  let isDone = false;
  try {
    await client.query("begin");
    const { rows: tables } = await client.query<WalledTable>(READ_WALLED_TABLES);
    await lowerWalls(client, tables);
    await refuseFullHouse(client, tables);
    await copyIn(client, file, manifest, path.join(dataDir, FILES_FOLDER));
    for (const { name, lastValue } of manifest.sequences) {
      await client.query("select setval(format('public.%I', $1::text)::regclass, $2)", [name, lastValue]);
    }
    await raiseWalls(client, tables);
    await client.query("commit");
    // Nothing was counted yet: the first bookings would be planned as if every table were empty.
    await client.query("analyze");
    isDone = true;
  } finally {
    client.release(!isDone);
  }
}

async function lowerWalls(client: PoolClient, tables: readonly WalledTable[]): Promise<void> {
  for (const { name, isWalled } of tables) {
    if (isWalled)
      await client.query(`alter table public.${escapeIdentifier(name)} no force row level security`);
    await client.query(`alter table public.${escapeIdentifier(name)} disable trigger user`);
  }
}

async function raiseWalls(client: PoolClient, tables: readonly WalledTable[]): Promise<void> {
  for (const { name, isWalled } of tables) {
    await client.query(`alter table public.${escapeIdentifier(name)} enable trigger user`);
    if (isWalled) await client.query(`alter table public.${escapeIdentifier(name)} force row level security`);
  }
}

async function refuseFullHouse(client: PoolClient, tables: readonly WalledTable[]): Promise<void> {
  for (const { name } of tables) {
    const { rows } = await client.query<{ isFull: boolean }>(
      `select exists (select from public.${escapeIdentifier(name)}) as "isFull"`,
    );
    if (rows[0]?.isFull) {
      throw new NotEmpty(
        `The database already holds a house (there are rows in ${name}). Restore into an empty one: give a new DATA_DIR or database.`,
      );
    }
  }
}

/** The archive's order is the order of references, so each table comes after those it refers to. */
async function copyIn(client: PoolClient, file: string, manifest: Manifest, folder: string): Promise<void> {
  const parts = new Map(partsOf(manifest).map((part) => [part.name, part]));
  const tables = new Map(manifest.tables.map((table) => [table.name, table]));
  let open: OpenCopy | null = null;
  for await (const entry of readEntries(file)) {
    if (entry.name === MANIFEST_ENTRY) break;
    const part = parts.get(entry.name);
    if (!part) throw new DamagedBackup(entry.name, "the list of contents does not know it");
    const table = tables.get(/^tables\/([^/]+)\//.exec(entry.name)?.[1] ?? "");
    if (open && open.table !== table) {
      await open.end();
      open = null;
    }
    if (table) {
      open ??= openCopy(client, table);
      await pour(entry, part, open);
    } else await layOutFile(entry, part, folder);
  }
  await open?.end();
}

/** A stream that is written at the pace of its other end, and whose failure reaches the writer. */
interface Sink {
  write(chunk: Buffer): Promise<void>;
  end(): Promise<void>;
}

function sinkOf(stream: Writable): Sink {
  const ended = finished(stream);
  // Told by the write or the end that meets it.
  ended.catch(() => {});
  return {
    async write(chunk) {
      if (!stream.write(chunk)) await Promise.race([once(stream, "drain"), ended]);
    },
    async end() {
      stream.end();
      await ended;
    },
  };
}

interface OpenCopy extends Sink {
  readonly table: TableInArchive;
}

function openCopy(client: PoolClient, table: TableInArchive): OpenCopy {
  const stream = client.query(copyFrom(copyStatement(table.name, table.columns, "from stdin")));
  const sink = sinkOf(stream);
  return {
    table,
    write: sink.write,
    async end() {
      await sink.end();
      if (stream.rowCount === table.rows) return;
      throw new DamagedBackup(
        `tables/${table.name}`,
        `it holds ${stream.rowCount} rows instead of ${table.rows}`,
      );
    },
  };
}

/** Hashed once more on the way in: the disk that read well a minute ago may not now. */
async function pour({ name, content }: ArchiveEntry, part: PartInArchive, into: Sink): Promise<void> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    bytes += chunk.length;
    await into.write(chunk);
  }
  comparePart(part, { name, bytes, sha256: hash.digest("hex") });
}

async function layOutFile(entry: ArchiveEntry, part: PartInArchive, folder: string): Promise<void> {
  const target = path.join(folder, entry.name.slice(FILES_FOLDER.length + 1));
  if (!entry.name.startsWith(`${FILES_FOLDER}/`) || !target.startsWith(folder + path.sep)) {
    throw new DamagedBackup(entry.name, "it would be laid outside the folder of files");
  }
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const sink = sinkOf(createWriteStream(target, { mode: 0o600, flush: true }));
  await pour(entry, part, sink);
  await sink.end();
}
