import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Pool } from "pg";
import pino from "pino";
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from "vitest";
import { type BackupReport, backUpHouse } from "#app/features/operations/backup/back-up-house.server.ts";
import { NotEmpty } from "#app/features/operations/backup/fill-database.server.ts";
import { DamagedBackup, inspectArchive } from "#app/features/operations/backup/read-archive.server.ts";
import { CannotRestore, planRestore } from "#app/features/operations/backup/restore-house.server.ts";
import { LEFT_OUT } from "#app/features/operations/backup/tables.sql.ts";
import { readManifest } from "#app/features/operations/verify/manifest.server.ts";
import { verifyHouse } from "#app/features/operations/verify/verify-house.server.ts";
import { systemRandom } from "#app/platform/clock/system-clock.server.ts";
import { openPool } from "#app/platform/db/open-pool.server.ts";
import { prepareDatabase } from "#app/platform/db/prepare-database.server.ts";
import { openKeyRing } from "#app/platform/keys/open-key-ring.server.ts";
import { databasePreparations } from "#app/server/database-preparations.server.ts";
import { testDatabase } from "#tests/support/test-database.ts";
import { newId, plantHouse } from "./planted-house.ts";

const test = testDatabase();
const log = pino({ level: "silent" });
const appRoot = process.cwd();
let scratch: string;
let dataDir: string;
const undo: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  scratch = await mkdtemp(path.join(tmpdir(), "backup-"));
  dataDir = path.join(scratch, "data");
  await plantHouse(test.database.pool, 40);
  await mkdir(path.join(dataDir, "files/7/2026"), { recursive: true });
  await writeFile(path.join(dataDir, "files/7/2026/photo.jpg"), randomBytes(300_000));
  await writeFile(path.join(dataDir, "files/empty.txt"), "");
});

afterEach(async () => {
  for (const step of undo.splice(0).reverse()) await step();
});

afterAll(async () => {
  await rm(scratch, { recursive: true, force: true });
});

async function backUp(from = dataDir): Promise<BackupReport> {
  const keys = await openKeyRing({ masterKeyFile: null, dataDir: from, random: systemRandom });
  const file = path.join(scratch, `${newId()}.tar.gz`);
  return backUpHouse({
    maintain: test.maintain,
    keys,
    dataDir: from,
    masterKeyFile: null,
    file,
    id: newId(),
    now: new Date(),
  });
}

interface Elsewhere {
  readonly dataDir: string;
  readonly owner: Pool;
  readonly maintain: Pool;
}

/** A database without a single table, and an empty data folder. */
async function emptyPlace(): Promise<Elsewhere> {
  const name = `tds_restore_${randomBytes(6).toString("hex")}`;
  const { superuserUrl } = inject("postgres");
  const control = openPool(superuserUrl, log, { name: "control", max: 1 });
  await control.query(`create database ${name} owner tds_owner`);
  const at = (url: string) => {
    const changed = new URL(url);
    changed.pathname = `/${name}`;
    return changed.href;
  };
  const owner = openPool(at(test.addresses.owner), log, { name: "owner", statementTimeoutMs: 0 });
  const maintain = openPool(at(test.addresses.maintain), log, { name: "maintain", statementTimeoutMs: 0 });
  undo.push(async () => {
    await Promise.all([owner.end(), maintain.end()]);
    await control.query(`drop database ${name} with (force)`);
    await control.end();
  });
  return { dataDir: path.join(scratch, name), owner, maintain };
}

async function restore(file: string, to: Elsewhere, keysFile = `${file}.keys`): Promise<void> {
  const plan = await planRestore({
    file,
    keysFile,
    appRoot,
    dataDir: to.dataDir,
    masterKeyFile: null,
    random: systemRandom,
  });
  await prepareDatabase(to.owner, appRoot, databasePreparations, log, plan.fill);
}

async function contentOf(pool: Pool): Promise<Record<string, unknown>> {
  const { rows } = await pool.query<{ name: string }>(
    "select table_name as name from tds_wall where kind <> 'system' and table_name <> all($1) order by 1",
    [LEFT_OUT],
  );
  const content: Record<string, unknown> = {};
  for (const { name } of rows) {
    const table = await pool.query(
      `select count(*)::int as rows, md5(string_agg(t::text, '|' order by t::text)) as digest from ${name} t`,
    );
    content[name] = table.rows[0];
  }
  return content;
}

describe("backup and restore", () => {
  it("bring back every row, number, file and key, and the audit chains still hold their anchors", async () => {
    const report = await backUp();
    const to = await emptyPlace();
    await restore(report.file, to);

    expect(await contentOf(to.maintain)).toEqual(await contentOf(test.maintain));
    const found: unknown[] = [];
    const manifest = await readManifest(appRoot);
    const { anchors } = report.manifest;
    expect(anchors.length).toBeGreaterThan(2);
    for await (const { first } of verifyHouse({ maintain: to.maintain, manifest, anchors, nowMs: Date.now }))
      found.push(...first);
    expect(found).toEqual([]);

    const next = (pool: Pool) => pool.query("select nextval('village_number')::int as next");
    expect((await next(to.maintain)).rows).toEqual((await next(test.maintain)).rows);
    for (const file of ["files/7/2026/photo.jpg", "files/empty.txt", "keys/master.key"]) {
      expect(await readFile(path.join(to.dataDir, file))).toEqual(await readFile(path.join(dataDir, file)));
    }
    expect((await stat(path.join(to.dataDir, "keys/master.key"))).mode & 0o777).toBe(0o600);
  });

  it("write an archive and keys that only their owner may read, and leave nothing half written", async () => {
    const { file, keysFile } = await backUp();
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(keysFile)).mode & 0o777).toBe(0o600);
    expect((await readdir(scratch)).filter((name) => name.endsWith(".partial"))).toEqual([]);
  });

  it("take one moment: what is written meanwhile is in it whole or not at all", async () => {
    const before = await contentOf(test.maintain);
    const [report] = await Promise.all([backUp(), plantHouse(test.database.pool, 5)]);
    const to = await emptyPlace();
    await restore(report.file, to);
    const restored = await contentOf(to.maintain);
    const {
      audit_log: told,
      commune,
      village,
      audit_head: heads,
    } = restored as Record<string, { rows: number }>;
    expect(told?.rows).toBeGreaterThanOrEqual((before.audit_log as { rows: number }).rows);
    // Each planted commune comes with all of its villages in one transaction.
    expect(heads?.rows).toBe((commune?.rows ?? 0) + 1);
    expect(((village?.rows ?? 0) - 80) % 5).toBe(0);
    const manifest = await readManifest(appRoot);
    for await (const { first } of verifyHouse({ maintain: to.maintain, manifest, nowMs: Date.now }))
      expect(first).toEqual([]);
  });

  it("revive no session, challenge or count of tries", async () => {
    const { manifest } = await backUp();
    expect(manifest.tables.map(({ name }) => name)).not.toContain("session");
    expect(LEFT_OUT).toEqual(["proof_challenge", "session", "socket_io_attachments", "throttle"]);
  });

  it("a place that holds a house is refused, and nothing in it changes", async () => {
    const report = await backUp();
    const to = await emptyPlace();
    await restore(report.file, to);
    const before = await contentOf(to.maintain);
    await expect(restore(report.file, to)).rejects.toThrow(NotEmpty);
    expect(await contentOf(to.maintain)).toEqual(before);

    const other = await emptyPlace();
    await openKeyRing({ masterKeyFile: null, dataDir: other.dataDir, random: systemRandom });
    await expect(restore(report.file, other)).rejects.toThrow(NotEmpty);
  });

  it("a backup without its keys, or with those of another house, is refused before anything is written", async () => {
    const [report, another] = [await backUp(), await backUp(path.join(scratch, "another"))];
    const to = await emptyPlace();
    await expect(restore(report.file, to, path.join(scratch, "nowhere"))).rejects.toThrow(CannotRestore);
    await expect(restore(report.file, to, another.keysFile)).rejects.toThrow(CannotRestore);
    await expect(stat(to.dataDir)).rejects.toThrow("ENOENT");
  });

  it("a backup of a later version of the program is refused", async () => {
    const report = await backUp();
    const to = await emptyPlace();
    const olderRoot = path.join(scratch, "older");
    await mkdir(path.join(olderRoot, "prisma/migrations"), { recursive: true });
    const wish = {
      file: report.file,
      keysFile: report.keysFile,
      dataDir: to.dataDir,
      masterKeyFile: null,
      random: systemRandom,
    };
    await expect(planRestore({ ...wish, appRoot: olderRoot })).rejects.toThrow(
      /no migration "20261120000001_foundation"/,
    );
  });
});

describe("a damaged backup", () => {
  it("with one changed byte is refused wherever the byte is, and the part is named", async () => {
    const { file } = await backUp();
    const whole = await readFile(file);
    for (let index = 1; index <= 24; index++) {
      const damaged = Buffer.from(whole);
      const at = Math.floor((whole.length * index) / 25);
      damaged[at] = (damaged[at] ?? 0) ^ 0x10;
      const copy = path.join(scratch, "damaged.tar.gz");
      await writeFile(copy, damaged);
      const error = await inspectArchive(copy).catch((caught: unknown) => caught);
      expect(error, `byte ${at}`).toBeInstanceOf(DamagedBackup);
      expect((error as DamagedBackup).message).toMatch(/damaged at (?:tables|files|manifest|its)/);
    }
  });

  it("that was cut off is refused", async () => {
    const { file } = await backUp();
    const whole = await readFile(file);
    for (const share of [0, 0.3, 0.9, 0.9999]) {
      const copy = path.join(scratch, "cut.tar.gz");
      await writeFile(copy, whole.subarray(0, Math.floor(whole.length * share)));
      await expect(inspectArchive(copy), `${share}`).rejects.toThrow(DamagedBackup);
    }
  });

  it("that was changed after it was judged leaves the database empty", async () => {
    const report = await backUp();
    const to = await emptyPlace();
    const plan = await planRestore({
      file: report.file,
      keysFile: report.keysFile,
      appRoot,
      dataDir: to.dataDir,
      masterKeyFile: null,
      random: systemRandom,
    });
    const whole = await readFile(report.file);
    await writeFile(report.file, whole.subarray(0, Math.floor(whole.length / 2)));
    await expect(prepareDatabase(to.owner, appRoot, databasePreparations, log, plan.fill)).rejects.toThrow(
      DamagedBackup,
    );
    await writeFile(report.file, whole);
    await restore(report.file, to);
    expect(await contentOf(to.maintain)).toEqual(await contentOf(test.maintain));
  });
});
