import path from "node:path";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import { isMigrated } from "./apply-migrations.server.ts";
import { checkWalls } from "./check-walls.server.ts";
import { connectDatabase } from "./connect-database.server.ts";
import type { Database } from "./database.ts";
import { type DatabaseAddresses, type DatabaseRole, ROLE_NAMES } from "./database-address.ts";
import { loginUrl } from "./embedded/cluster.ts";
import { keepSecret } from "./embedded/keep-secret.server.ts";
import { type EmbeddedPostgres, openEmbedded } from "./embedded/open-embedded.server.ts";
import { ensureRoles } from "./ensure-roles.server.ts";
import { openPool, type PoolWish } from "./open-pool.server.ts";
import type { Filling, Preparation } from "./preparation.ts";
import { prepareDatabase } from "./prepare-database.server.ts";

export const DATABASE_NAME = "thi_dua_so";

export interface OpenedDatabase {
  /** As the application's role. */
  readonly database: Database;
  /** Every address it answers at, for libraries that open connections of their own. Hold passwords: never logged. */
  readonly addresses: DatabaseAddresses;
  /** False when another process owns the embedded server and this one is a guest beside it. */
  readonly isOwner: boolean;
  /** Another pool; whoever opens it ends it before `close`. */
  openPool(role: DatabaseRole, wish: PoolWish): Pool;
  /** Ends the application's connections, then stops the embedded server: the last step of a shutdown. */
  close(): Promise<void>;
}

export interface OpenWish {
  readonly preparations: readonly Preparation[];
  /** Commands beside a running house (verify, backup) work as guests; they never migrate another's database. */
  readonly mayJoin?: boolean;
  /** For verify, which judges the walls itself and names what it finds. */
  readonly skipsSelfTest?: boolean;
  /** For restore: fills the database between two migrations. */
  readonly fill?: Filling;
  readonly onLost?: (reason: unknown) => void;
}

/** A caller that knows its next statements sends them in one flight; the server still takes them in turn. */
export const APP_SETTINGS = { pipeline: true } as const;

/** The order of a start: server, roles, migrations, what libraries need, grants, self-test. */
export async function openDatabase(
  config: Pick<Config, "dataDir" | "appRoot" | "database">,
  log: Logger,
  wish: OpenWish,
): Promise<OpenedDatabase> {
  const embedded = config.database
    ? null
    : await openEmbedded({
        dataDir: config.dataDir,
        appRoot: config.appRoot,
        log,
        ...(wish.mayJoin === undefined ? {} : { mayJoin: wish.mayJoin }),
        ...(wish.onLost === undefined ? {} : { onLost: wish.onLost }),
      });
  try {
    const isOwner = embedded?.isOwner ?? true;
    const addresses = embedded
      ? await addressesOf(embedded, config.dataDir, isOwner)
      : givenAddresses(config.database);
    if (isOwner) await prepare(addresses, config.appRoot, wish, log);
    const pool = openPool(addresses.app, log, { name: "app", settings: APP_SETTINGS });
    try {
      if (!isOwner) await refuseOtherSchema(pool, config.appRoot);
      if (!wish.skipsSelfTest) await checkWalls(pool, wish.preparations, log);
    } catch (error) {
      await pool.end();
      throw error;
    }
    const database = connectDatabase(pool);
    return {
      database,
      addresses,
      isOwner,
      openPool: (role, poolWish) => openPool(addresses[role], log, poolWish),
      async close() {
        await database.close();
        await embedded?.close();
      },
    };
  } catch (error) {
    await embedded?.close();
    throw error;
  }
}

/** A guest reads what another build may have made. */
async function refuseOtherSchema(pool: Pool, appRoot: string): Promise<void> {
  if (await isMigrated(pool, appRoot)) return;
  throw new Error(
    "The house that runs on this data folder is another version than this command: restart it first.",
  );
}

async function addressesOf(
  embedded: EmbeddedPostgres,
  dataDir: string,
  isOwner: boolean,
): Promise<DatabaseAddresses> {
  const keys = path.join(dataDir, "keys");
  const passwords = {
    owner: await keepSecret(keys, "database-owner"),
    app: await keepSecret(keys, "database-app"),
    maintain: await keepSecret(keys, "database-maintain"),
  };
  if (isOwner) await ensureRoles(embedded.superuserUrl("postgres"), DATABASE_NAME, passwords);
  const address = (role: DatabaseRole) =>
    loginUrl(ROLE_NAMES[role], passwords[role], embedded.port, DATABASE_NAME);
  return { owner: address("owner"), app: address("app"), maintain: address("maintain") };
}

function givenAddresses(given: Config["database"]): DatabaseAddresses {
  if (!given) throw new Error("no database was given");
  return { owner: given.ownerUrl, app: given.appUrl, maintain: given.maintainUrl };
}

async function prepare(
  addresses: DatabaseAddresses,
  appRoot: string,
  wish: OpenWish,
  log: Logger,
): Promise<void> {
  // A migration takes the time it takes.
  const owner = openPool(addresses.owner, log, { name: "owner", max: 4, statementTimeoutMs: 0 });
  try {
    await prepareDatabase(owner, appRoot, wish.preparations, log, wish.fill);
  } finally {
    await owner.end();
  }
}
