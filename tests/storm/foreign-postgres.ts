import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import type { DatabaseRole } from "#app/platform/db/database-address.ts";
import { ROLE_NAMES } from "#app/platform/db/database-address.ts";
import { chooseLauncher, type Launcher } from "#app/platform/db/embedded/choose-launcher.server.ts";
import { loginUrl } from "#app/platform/db/embedded/cluster.ts";
import { keepSecret } from "#app/platform/db/embedded/keep-secret.server.ts";
import { openEmbedded } from "#app/platform/db/embedded/open-embedded.server.ts";
import { ensureRoles } from "#app/platform/db/ensure-roles.server.ts";
import { DATABASE_NAME } from "#app/platform/db/open-database.server.ts";

/** A PostgreSQL that belongs to no house, as a province's does, with the three logins its administrator made. */
export interface ForeignPostgres {
  /** What a house is told of it. */
  readonly environment: Readonly<Record<string, string>>;
  readonly maintainUrl: string;
  readonly superuserUrl: string;
  /** Ends all connections, in order or as if it had crashed; its supervisor starts it again, here as under systemd. */
  restart(mode: "fast" | "immediate"): void;
  /** Keeps the connections open and answers nothing, or goes on. */
  freeze(): void;
  thaw(): void;
  /** All it has said of itself. */
  log(): string;
  close(): Promise<void>;
}

export interface PostgresWish {
  /** The folder its own is made in. */
  readonly parent?: string;
  /** What its programs are started with besides. */
  readonly environment?: Readonly<Record<string, string>>;
}

export async function startForeignPostgres(wish: PostgresWish = {}): Promise<ForeignPostgres> {
  const dataDir = await mkdtemp(path.join(wish.parent ?? tmpdir(), "foreign-postgres-"));
  const server = await openEmbedded({
    dataDir,
    appRoot: process.cwd(),
    log: pino({ level: "silent" }),
    ...(wish.environment && { launcher: launcherWith(wish.environment) }),
  });
  const keys = path.join(dataDir, "keys");
  const passwords = {
    owner: await keepSecret(keys, "owner"),
    app: await keepSecret(keys, "app"),
    maintain: await keepSecret(keys, "maintain"),
  };
  await ensureRoles(server.superuserUrl("postgres"), DATABASE_NAME, passwords);
  const address = (role: DatabaseRole) =>
    loginUrl(ROLE_NAMES[role], passwords[role], server.port, DATABASE_NAME);
  // Each backend leads a group of its own, and a stopped parent alone would let them answer.
  const signal = (name: NodeJS.Signals) => {
    for (const pid of [server.pid, ...childrenOf(server.pid)]) process.kill(pid, name);
  };
  return {
    environment: {
      DATABASE_URL: address("app"),
      DATABASE_OWNER_URL: address("owner"),
      DATABASE_MAINTAIN_URL: address("maintain"),
    },
    maintainUrl: address("maintain"),
    superuserUrl: server.superuserUrl(DATABASE_NAME),
    restart: (mode) => void process.kill(server.pid, mode === "fast" ? "SIGINT" : "SIGQUIT"),
    freeze: () => signal("SIGSTOP"),
    thaw: () => signal("SIGCONT"),
    log: () => readFileSync(path.join(dataDir, "postgres.log"), "utf8"),
    async close() {
      await server.close();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** The embedded server takes nothing from this process's environment, so it is told on its way. */
function launcherWith(environment: Readonly<Record<string, string>>): Launcher {
  const launcher = chooseLauncher();
  if (launcher.kind === "other_user") throw new Error("no namespace for PostgreSQL can be made here");
  const before = launcher.kind === "namespace" ? launcher.prefix : [];
  const given = Object.entries(environment).map(([name, value]) => `${name}=${value}`);
  return { kind: "namespace", prefix: [...before, "env", ...given] };
}

function childrenOf(pid: number): number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").split(" ").filter(Boolean).map(Number);
}
