import { cp, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Pool } from "pg";
import pino from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { applyMigrations, isMigrated } from "#app/platform/db/apply-migrations.server.ts";
import { findHoles, WallsBroken } from "#app/platform/db/check-walls.server.ts";
import type { DatabaseAddresses } from "#app/platform/db/database-address.ts";
import { openDatabase } from "#app/platform/db/open-database.server.ts";
import { openPool } from "#app/platform/db/open-pool.server.ts";
import { databasePreparations } from "#app/server/database-preparations.server.ts";
import { testDatabase } from "#tests/support/test-database.ts";

const APP_ROOT = process.cwd();
const log = pino({ level: "silent" });
const db = testDatabase();

const holes = () => findHoles(db.database.pool, databasePreparations);

describe("the start-up self-test", () => {
  it("finds nothing in a database as the migrations leave it", async () => {
    expect(await holes()).toEqual([]);
  });

  /** Plants a hole, says what the test found, and closes it again. */
  async function withHole(plant: string, repair: string): Promise<string[]> {
    await db.superuser.query(plant);
    try {
      return await holes();
    } finally {
      await db.superuser.query(repair);
    }
  }

  const MADE = `create table parcel (commune_id integer not null, id integer, primary key (commune_id, id));
    alter table parcel owner to tds_owner;`;

  beforeEach(async () => {
    await db.superuser.query("drop table if exists parcel; delete from tds_wall where table_name = 'parcel'");
  });

  it.each<[string, string, string, RegExp]>([
    ["a table that no migration walled", MADE, "drop table parcel", /parcel has no wall/],
    [
      "a commune's table without row-level security",
      `${MADE} select tds_commune_table('parcel'); alter table parcel disable row level security`,
      "drop table parcel",
      /row-level security is not forced on parcel/,
    ],
    [
      "row-level security that the owner escapes",
      `${MADE} select tds_commune_table('parcel'); alter table parcel no force row level security`,
      "drop table parcel",
      /row-level security is not forced on parcel/,
    ],
    [
      "a lost policy",
      `${MADE} select tds_commune_table('parcel'); drop policy commune_wall on parcel`,
      "drop table parcel",
      /parcel lost its commune policy/,
    ],
    [
      "a policy that shows everything",
      `${MADE} select tds_commune_table('parcel'); create policy wide on parcel using (true)`,
      "drop table parcel",
      /lets the application see every commune/,
    ],
    [
      "a right to change what is append-only",
      `${MADE} select tds_append_only('parcel'); grant update on parcel to tds_app`,
      "drop table parcel",
      /may change or delete rows of parcel/,
    ],
    [
      "a right to change one column of what is append-only",
      `${MADE} select tds_append_only('parcel'); grant update (id) on parcel to tds_app`,
      "drop table parcel",
      /may change or delete rows of parcel/,
    ],
    [
      "a right to delete, given to everybody",
      `${MADE} select tds_append_only('parcel'); grant delete on parcel to public`,
      "drop table parcel",
      /may change or delete rows of parcel/,
    ],
    [
      "a disabled trigger that refuses changes",
      `${MADE} select tds_append_only('parcel'); alter table parcel disable trigger append_only`,
      "drop table parcel",
      /parcel lost the trigger that refuses changes/,
    ],
    [
      "a disabled audit trigger",
      `${MADE} select tds_commune_table('parcel'); select tds_audited('parcel', array['id']); alter table parcel disable trigger audit_update`,
      "drop table parcel",
      /parcel lost its trigger audit_update/,
    ],
    [
      "a right to empty a table",
      `${MADE} select tds_commune_table('parcel'); grant truncate on parcel to tds_app`,
      "drop table parcel",
      /may empty parcel/,
    ],
    [
      "a table of the whole house that the list does not name",
      `${MADE} select tds_global_table('parcel')`,
      "drop table parcel",
      /tables\.ts does not list it/,
    ],
    [
      "a right to write the audit log",
      "grant insert on audit_log to tds_app",
      "revoke insert on audit_log from tds_app",
      /may write audit_log itself/,
    ],
    [
      "a right to move the head of the audit log",
      "grant update on audit_head to tds_app",
      "revoke update on audit_head from tds_app",
      /may change or delete rows of audit_head/,
    ],
    [
      "a table that the application owns",
      `${MADE} select tds_commune_table('parcel'); alter table parcel owner to tds_app`,
      "drop table parcel",
      /parcel is owned by the application's login/,
    ],
    [
      "a schema of unknown origin",
      "create schema strange; create table strange.parcel (id integer)",
      "drop schema strange cascade",
      /strange\.parcel lies in a schema that nothing declares/,
    ],
  ])("names %s", async (_hole, plant, repair, sentence) => {
    expect((await withHole(plant, repair)).join("\n")).toMatch(sentence);
    expect(await holes()).toEqual([]);
  });

  describe("of a login other than the application's own", () => {
    // Logins belong to the whole server, so these are made for this file alone.
    const LOGINS = ["tds_hole_bypass", "tds_hole_super", "tds_hole_member", "tds_hole_plain"];
    beforeAll(async () => {
      await db.superuser.query(`
        create role tds_hole_bypass login password 'x' bypassrls;
        create role tds_hole_super login password 'x' superuser;
        create role tds_hole_member login password 'x' in role tds_maintain;
        create role tds_hole_plain login password 'x';
        do $$ begin execute format('grant connect on database %I to tds_hole_bypass, tds_hole_member, tds_hole_plain', current_database()); end $$`);
    });
    afterAll(async () => {
      for (const login of LOGINS) await db.superuser.query(`drop owned by ${login}; drop role ${login}`);
    });

    it.each([
      ["tds_hole_bypass", /bypasses row-level security/],
      ["tds_hole_super", /a superuser/],
      ["tds_hole_member", /is a member of tds_maintain/],
      ["tds_hole_plain", /logs in as tds_hole_plain; the migrations grant to tds_app/],
      ["tds_owner", /logs in as tds_owner/],
      ["tds_maintain", /logs in as tds_maintain/],
    ])("refuses to run as %s", async (login, sentence) => {
      const url = new URL(login === "tds_owner" ? db.addresses.owner : db.addresses.maintain);
      if (login.startsWith("tds_hole")) {
        url.username = login;
        url.password = "x";
      }
      const database = { appUrl: url.href, ownerUrl: db.addresses.owner, maintainUrl: db.addresses.maintain };
      const attempt = openDatabase({ dataDir: "/nowhere", appRoot: APP_ROOT, database }, log, {
        preparations: databasePreparations,
      });
      await expect(attempt).rejects.toThrow(WallsBroken);
      await expect(attempt).rejects.toThrow(sentence);
    });
  });
});

describe("a database of the province", () => {
  it("is prepared once by processes that start together, and opened by all", async () => {
    const empty = await makeEmptyDatabase();
    const config = {
      dataDir: "/nowhere",
      appRoot: APP_ROOT,
      database: {
        appUrl: empty.addresses.app,
        ownerUrl: empty.addresses.owner,
        maintainUrl: empty.addresses.maintain,
      },
    };
    const opened = await Promise.all(
      Array.from({ length: 4 }, () => openDatabase(config, log, { preparations: databasePreparations })),
    );
    const { rows } = await empty.owner.query(
      "select migration_name, count(*)::int as times from _prisma_migrations group by 1 having count(*) > 1",
    );
    expect(rows).toEqual([]);
    for (const each of opened) {
      expect(await each.database.prisma.account.count()).toBe(0);
      await each.close();
    }
    await empty.drop();
  });
});

describe("migrations", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "tds-migrations-"));
    await writeFile(path.join(folder, "package.json"), '{"type":"module"}');
    const engine = path.join("node_modules/@prisma/schema-engine-wasm");
    await cp(path.join(APP_ROOT, engine), path.join(folder, engine), { recursive: true });
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await rm(path.join(folder, "prisma"), { recursive: true, force: true });
    await cp(path.join(APP_ROOT, "prisma/migrations"), path.join(folder, "prisma/migrations"), {
      recursive: true,
    });
  });

  async function addMigration(name: string, script: string): Promise<void> {
    await cp(
      path.join(folder, "prisma/migrations/20261120000001_foundation"),
      path.join(folder, "prisma/migrations", name),
      { recursive: true },
    );
    await writeFile(path.join(folder, "prisma/migrations", name, "migration.sql"), script);
  }

  it("apply once, and what is new next time", async () => {
    const empty = await makeEmptyDatabase();
    const all = (await readdir(path.join(folder, "prisma/migrations")))
      .filter((name) => /^\d/.test(name))
      .sort();
    expect(await isMigrated(empty.owner, folder)).toBe(false);
    expect(await applyMigrations(empty.owner, folder)).toEqual(all);
    expect(await isMigrated(empty.owner, folder)).toBe(true);
    expect(await applyMigrations(empty.owner, folder)).toEqual([]);
    await addMigration(
      "29990101000000_next",
      "create function f() returns text language plpgsql as $$ begin perform 1; return 'a;b'; end $$; create table next_one (id integer);",
    );
    expect(await applyMigrations(empty.owner, folder)).toEqual(["29990101000000_next"]);
    expect((await empty.owner.query("select f()")).rows).toEqual([{ f: "a;b" }]);
    await empty.drop();
  });

  it("leave nothing of a script that failed, and go on when it is mended", async () => {
    const empty = await makeEmptyDatabase();
    await addMigration("29990101000000_next", "create table half_made (id integer); select 1 / 0;");
    await expect(applyMigrations(empty.owner, folder)).rejects.toThrow();
    expect((await empty.owner.query("select to_regclass('half_made') as found")).rows).toEqual([
      { found: null },
    ]);
    await addMigration("29990101000000_next", "create table half_made (id integer);");
    expect(await applyMigrations(empty.owner, folder)).toEqual(["29990101000000_next"]);
    expect(await isMigrated(empty.owner, folder)).toBe(true);
    await empty.drop();
  });

  it("heal after a kill between the first word and the last of a script", async () => {
    const empty = await makeEmptyDatabase();
    await applyMigrations(empty.owner, folder);
    await addMigration("29990101000000_next", "create table slow_one (id integer); select pg_sleep(30);");
    const victim = openPool(empty.addresses.owner, log, { name: "victim", max: 2, statementTimeoutMs: 0 });
    const broken = applyMigrations(victim, folder);
    const outcome = expect(broken).rejects.toThrow();
    const running =
      "select pid from pg_stat_activity where query like '%slow_one%' and state = 'active' and pid <> pg_backend_pid()";
    while ((await empty.owner.query(running)).rowCount === 0)
      await new Promise((resolve) => setTimeout(resolve, 20));
    await db.superuser.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where query like '%slow_one%' and pid <> pg_backend_pid()",
    );
    await outcome;
    await victim.end();
    await addMigration("29990101000000_next", "create table slow_one (id integer);");
    expect(await applyMigrations(empty.owner, folder)).toEqual(["29990101000000_next"]);
    await empty.drop();
  });

  it("refuse a database that is newer than the program, or whose history was rewritten", async () => {
    const empty = await makeEmptyDatabase();
    await addMigration("29990101000000_next", "create table next_one (id integer);");
    await applyMigrations(empty.owner, folder);
    await addMigration("29990101000000_next", "create table other_one (id integer);");
    await expect(applyMigrations(empty.owner, folder)).rejects.toThrow(
      /"29990101000000_next" was changed after it was applied/,
    );
    await rm(path.join(folder, "prisma/migrations/29990101000000_next"), { recursive: true });
    await expect(applyMigrations(empty.owner, folder)).rejects.toThrow(/older than its data/);
    await empty.drop();
  });
});

async function makeEmptyDatabase(): Promise<{
  owner: Pool;
  addresses: DatabaseAddresses;
  drop(): Promise<void>;
}> {
  const name = `tds_empty_${Math.trunc(performance.now() * 1000)}`;
  const control = openPool(inject("postgres").superuserUrl, log, { name: "control", max: 1 });
  await control.query(`create database ${name} owner tds_owner`);
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).href;
  const addresses = {
    owner: at(db.addresses.owner),
    app: at(db.addresses.app),
    maintain: at(db.addresses.maintain),
  };
  const owner = openPool(addresses.owner, log, { name: "owner", max: 2, statementTimeoutMs: 0 });
  return {
    owner,
    addresses,
    async drop() {
      await owner.end();
      await control.query(`drop database ${name} with (force)`);
      await control.end();
    },
  };
}
