import { randomBytes } from "node:crypto";
import type { Pool } from "pg";
import pino from "pino";
import { afterAll, beforeAll, inject } from "vitest";
import { connectDatabase } from "#app/platform/db/connect-database.server.ts";
import type { CommuneScope, Database, Stamp } from "#app/platform/db/database.ts";
import type { DatabaseAddresses, DatabaseRole } from "#app/platform/db/database-address.ts";
import { APP_SETTINGS } from "#app/platform/db/open-database.server.ts";
import { openPool } from "#app/platform/db/open-pool.server.ts";

export interface TestDatabase {
  /** As tds_app, the way the house runs. */
  readonly database: Database;
  /** Owns the tables, and sees no commune's rows without a scope. */
  readonly owner: Pool;
  /** Sees every commune. */
  readonly maintain: Pool;
  /** Past every wall: for planting what no login of the house could. */
  readonly superuser: Pool;
  readonly addresses: DatabaseAddresses;
}

/**
 * A database of the test file's own, cloned from the run's template before its first test and dropped after its
 * last. Call it once at the top of the file; its parts may be used inside tests and hooks.
 */
export function testDatabase(): TestDatabase {
  let opened: (TestDatabase & { close(): Promise<void> }) | null = null;
  beforeAll(async () => {
    opened = await cloneTemplate();
  });
  afterAll(async () => {
    await opened?.close();
  });
  const now = () => {
    if (!opened)
      throw new Error("the test database is opened by a beforeAll hook: use it inside tests and hooks");
    return opened;
  };
  return {
    get database() {
      return now().database;
    },
    get owner() {
      return now().owner;
    },
    get maintain() {
      return now().maintain;
    },
    get superuser() {
      return now().superuser;
    },
    get addresses() {
      return now().addresses;
    },
  };
}

/** A stamp with nothing in it that a test would want to choose. */
export function stamp(wish: Partial<Stamp> = {}): Stamp {
  return { actorId: null, verb: "test", requestId: "test", ...wish };
}

export function communeScope(communes: number | readonly number[], wish: Partial<Stamp> = {}): CommuneScope {
  return { ...stamp(wish), communes: typeof communes === "number" ? [communes] : communes };
}

async function cloneTemplate(): Promise<TestDatabase & { close(): Promise<void> }> {
  const run = inject("postgres");
  const log = pino({ level: "silent" });
  const name = `tds_test_${randomBytes(6).toString("hex")}`;
  const control = openPool(run.superuserUrl, log, { name: "test control", max: 1 });
  await control.query(`create database ${name} template ${run.template} owner tds_owner`);
  await control.query(
    `revoke all on database ${name} from public; grant connect on database ${name} to tds_app, tds_maintain`,
  );

  const at = (url: string) => {
    const changed = new URL(url);
    changed.pathname = `/${name}`;
    return changed.href;
  };
  const addresses = {
    owner: at(run.addresses.owner),
    app: at(run.addresses.app),
    maintain: at(run.addresses.maintain),
  };
  const pool = (role: DatabaseRole) =>
    openPool(addresses[role], log, {
      name: `test ${role}`,
      max: 5,
      ...(role === "app" ? { settings: APP_SETTINGS } : {}),
    });
  const database = connectDatabase(pool("app"));
  const pools = {
    owner: pool("owner"),
    maintain: pool("maintain"),
    superuser: openPool(at(run.superuserUrl), log, { name: "test superuser", max: 3 }),
  };
  return {
    database,
    ...pools,
    addresses,
    async close() {
      await database.close();
      await Promise.all(Object.values(pools).map((each) => each.end()));
      await control.query(`drop database ${name} with (force)`);
      await control.end();
    },
  };
}
