import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import type { TestProject } from "vitest/node";
import type { DatabaseAddresses, DatabaseRole } from "#app/platform/db/database-address.ts";
import { ROLE_NAMES } from "#app/platform/db/database-address.ts";
import { loginUrl } from "#app/platform/db/embedded/cluster.ts";
import { keepSecret } from "#app/platform/db/embedded/keep-secret.server.ts";
import { openEmbedded } from "#app/platform/db/embedded/open-embedded.server.ts";
import { isAlive } from "#app/platform/db/embedded/read-postmaster.server.ts";
import { ensureRoles } from "#app/platform/db/ensure-roles.server.ts";
import { openPool } from "#app/platform/db/open-pool.server.ts";
import { prepareDatabase } from "#app/platform/db/prepare-database.server.ts";
import { databasePreparations } from "#app/server/database-preparations.server.ts";

/** How a test file reaches the run's PostgreSQL. */
export interface PostgresForTheRun {
  readonly superuserUrl: string;
  readonly template: string;
  readonly addresses: DatabaseAddresses;
}

declare module "vitest" {
  interface ProvidedContext {
    postgres: PostgresForTheRun;
  }
}

const FOLDER_PREFIX = "tds-test-postgres-";
const log = pino({ level: "warn" });

/** One server for the whole run, with a template that holds every migration; each test file clones it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const appRoot = process.cwd();
  const given = process.env.TEST_POSTGRES_URL;
  if (given) {
    const postgres = await makeTemplate(appRoot, (database) => withDatabase(given, database), null);
    project.provide("postgres", postgres);
    return () => dropTemplate(postgres);
  }
  await sweepAbandoned(appRoot);
  const dataDir = await mkdtemp(path.join(tmpdir(), FOLDER_PREFIX));
  await writeFile(path.join(dataDir, "run.pid"), String(process.pid));
  const server = await openEmbedded({ dataDir, appRoot, log });
  const stop = async () => {
    await server.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    project.provide("postgres", await makeTemplate(appRoot, server.superuserUrl, path.join(dataDir, "keys")));
  } catch (error) {
    await stop();
    throw error;
  }
  return stop;
}

async function makeTemplate(
  appRoot: string,
  superuserUrl: (database: string) => string,
  keys: string | null,
): Promise<PostgresForTheRun> {
  const template = `tds_template_${process.pid}`;
  const password = async (role: DatabaseRole) =>
    keys ? keepSecret(keys, `database-${role}`) : `${role}-of-the-test-run`;
  const passwords = {
    owner: await password("owner"),
    app: await password("app"),
    maintain: await password("maintain"),
  };
  await ensureRoles(superuserUrl("postgres"), template, passwords);
  const { port, hostname } = new URL(superuserUrl("postgres"));
  const address = (role: DatabaseRole) =>
    loginUrl(ROLE_NAMES[role], passwords[role], Number(port), template).replace("127.0.0.1", hostname);
  const addresses = { owner: address("owner"), app: address("app"), maintain: address("maintain") };
  const owner = openPool(addresses.owner, log, { name: "template", statementTimeoutMs: 0 });
  try {
    await prepareDatabase(owner, appRoot, databasePreparations, log);
  } finally {
    await owner.end();
  }
  return { superuserUrl: superuserUrl("postgres"), template, addresses };
}

async function dropTemplate(postgres: PostgresForTheRun): Promise<void> {
  const superuser = openPool(postgres.superuserUrl, log, { name: "template", max: 1 });
  await superuser.query(`drop database if exists ${postgres.template} with (force)`);
  await superuser.end();
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Stops and removes the servers of runs that were killed. */
async function sweepAbandoned(appRoot: string): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    if (!name.startsWith(FOLDER_PREFIX)) continue;
    const dataDir = path.join(tmpdir(), name);
    const runner = Number(await readFile(path.join(dataDir, "run.pid"), "utf8").catch(() => "0"));
    if (runner === 0 || isAlive(runner)) continue;
    const abandoned = await openEmbedded({ dataDir, appRoot, log }).catch(() => null);
    await abandoned?.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}
