import { mkdir, open, readFile } from "node:fs/promises";
import path from "node:path";
import type { Pool } from "pg";
import type { RandomSource } from "#app/platform/clock/clock.ts";
import type { Filling } from "#app/platform/db/preparation.ts";
import { readMigrations } from "#app/platform/db/read-migrations.server.ts";
import { makeKeyRing, masterKeyPath } from "#app/platform/keys/open-key-ring.server.ts";
import { fillDatabase, NotEmpty } from "./fill-database.server.ts";
import { type BackupKeys, keysSchema, type Manifest } from "./manifest.schema.ts";
import { inspectArchive } from "./read-archive.server.ts";

/** The backup is whole, but cannot be brought back here; the sentence says what to do. */
export class CannotRestore extends Error {
  override readonly name = "CannotRestore";
}

export interface RestoreWish {
  readonly file: string;
  readonly keysFile: string;
  readonly appRoot: string;
  readonly dataDir: string;
  readonly masterKeyFile: string | null;
  readonly random: RandomSource;
}

export interface PlannedRestore {
  readonly manifest: Manifest;
  /** For openDatabase: brings the rows in between the migrations they knew and the later ones. */
  readonly fill: Filling;
}

/** Judges everything that can be judged before the first byte is written, then lays the key in place. */
export async function planRestore(wish: RestoreWish): Promise<PlannedRestore> {
  const manifest = await inspectArchive(wish.file);
  const keys = await readKeys(wish, manifest);
  const upTo = await lastKnownMigration(wish.appRoot, manifest);
  await placeMasterKey(wish, keys);
  return {
    manifest,
    fill: { upTo, run: (owner: Pool) => fillDatabase(owner, wish.file, manifest, wish.dataDir) },
  };
}

async function readKeys({ keysFile, random }: RestoreWish, manifest: Manifest): Promise<BackupKeys> {
  const text = await readFile(keysFile, "utf8").catch((cause: unknown) => {
    throw new CannotRestore(
      `The keys of the backup cannot be read from ${keysFile}. Name their file with --keys.`,
      { cause },
    );
  });
  const keys = keysSchema.safeParse(parseJson(text));
  const isRight =
    keys.success &&
    makeKeyRing(Buffer.from(keys.data.masterKey, "hex"), random).fingerprint("backup", manifest.id) ===
      manifest.keyFingerprint;
  if (!keys.success || !isRight)
    throw new CannotRestore(`${keysFile} does not hold the keys of this backup.`);
  return keys.data;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function lastKnownMigration(appRoot: string, manifest: Manifest): Promise<string> {
  const known = new Map((await readMigrations(appRoot)).map(({ name, checksum }) => [name, checksum]));
  for (const { name, checksum } of manifest.migrations) {
    if (known.get(name) === checksum) continue;
    throw new CannotRestore(
      `The backup was made by another version of the program: this one has no migration "${name}" of that content. Restore with that version or a later one.`,
    );
  }
  const last = manifest.migrations.at(-1);
  if (!last) throw new CannotRestore("The backup knows no migration.");
  return last.name;
}

async function placeMasterKey(wish: RestoreWish, keys: BackupKeys): Promise<void> {
  const file = masterKeyPath(wish);
  const there = await readFile(file, "utf8").catch(() => null);
  // The same key is a restore that was interrupted, or the operator's own file.
  if (there?.trim() === keys.masterKey) return;
  if (there !== null)
    throw new NotEmpty(`${file} holds the key of another house. Restore into an empty DATA_DIR.`);
  if (wish.masterKeyFile) throw new CannotRestore(`MASTER_KEY_FILE names ${file}, which is not there.`);
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const handle = await open(file, "wx", 0o600);
  try {
    await handle.writeFile(`${keys.masterKey}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
}
