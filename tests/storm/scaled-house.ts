import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { findFreePort } from "#app/platform/db/embedded/find-free-port.server.ts";
import { type CommandResult, runCommand } from "#tests/support/house.ts";
import { inhabit } from "#tests/support/inhabit.ts";
import type { VillageTeam } from "#tests/support/inhabitants.ts";
import { type OwnRedis, ownRedis } from "#tests/support/redis-for-the-run.ts";
import { type Line, openLine } from "./bad-line.ts";
import { fixtureOf } from "./fixture-of.ts";
import { type ForeignPostgres, type PostgresWish, startForeignPostgres } from "./foreign-postgres.ts";
import { type HouseProcess, houseProcess, until } from "./house-process.ts";
import { findHaproxy, startProxy, type WebProxy } from "./proxy.ts";

/** Several web and worker processes on one PostgreSQL and one Redis, behind one proxy. */
export interface ScaledHouse {
  /** The proxy's: what people type. */
  readonly origin: string;
  readonly webs: readonly HouseProcess[];
  readonly workers: readonly HouseProcess[];
  readonly postgres: ForeignPostgres;
  readonly redis: OwnRedis;
  readonly proxy: WebProxy;
  /** Between the processes and what they stand on, and between visitors and the proxy; null unless wished for. */
  readonly lines: Lines | null;
  readonly dataDir: string;
  /** Reads past the program, as the maintainer. */
  ask<Row extends object>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Stops one process in order, starts it again and waits until the proxy sends to it. */
  roll(each: HouseProcess): Promise<{ readonly status: number | null; readonly milliseconds: number }>;
  untilAllServe(): Promise<void>;
  verify(): Promise<CommandResult>;
  remove(): Promise<void>;
}

interface Lines {
  readonly postgres: Line;
  readonly redis: Line;
  readonly visitors: Line;
}

export interface ScaledWish {
  readonly webs: number;
  readonly workers: number;
  /** Who lives there and will write. */
  readonly teams: readonly VillageTeam[];
  readonly postgres?: PostgresWish;
  /** Where the house keeps its files; else a folder of the machine's. */
  readonly dataDir?: string;
  readonly hasLines?: boolean;
  readonly environment?: Readonly<Record<string, string>>;
}

const SERVING_MS = 60_000;

/** Null, said aloud, where a program is missing on a person's machine. */
export async function startScaledHouse(wish: ScaledWish): Promise<ScaledHouse | null> {
  const haproxy = findHaproxy();
  const redis = haproxy && (await ownRedis());
  if (!haproxy || !redis) return null;
  const folder = await mkdtemp(path.join(tmpdir(), "scaled-house-"));
  const dataDir = wish.dataDir ?? path.join(folder, "data");
  const postgres = await startForeignPostgres(wish.postgres);
  const count = wish.webs + wish.workers;
  const found = new Set<number>();
  while (found.size < 1 + 2 * count) found.add(await findFreePort());
  const [proxyPort = 0, ...ports] = found;
  const webPorts = ports.slice(0, wish.webs);
  const origin = `http://127.0.0.1:${proxyPort}`;
  const lines = wish.hasLines ? await openLines(postgres, redis, proxyPort) : null;
  const ownPorts = lines ? [...webPorts, lines.visitors.port] : webPorts;
  const environment = {
    ...postgres.environment,
    ...(lines && addressesOver(lines, postgres)),
    DATA_DIR: dataDir,
    REDIS_URL: lines ? withPort(redis.url, lines.redis.port) : redis.url,
    // Also their own, so that a test can choose the process it speaks to.
    PUBLIC_ORIGIN: [origin, ...ownPorts.map((port) => `http://127.0.0.1:${port}`)].join(","),
    TRUSTED_PROXIES: "127.0.0.1/32",
    ...wish.environment,
  };
  await mkdir(dataDir, { recursive: true });
  await inhabit(dataDir, fixtureOf(wish.teams), postgres.environment);
  const processes = Array.from({ length: count }, (_, index) => {
    const role = index < wish.webs ? "web" : "worker";
    const number = role === "web" ? index + 1 : index - wish.webs + 1;
    return houseProcess({
      name: `${role}${number}`,
      role,
      port: ports[index] ?? 0,
      metricsPort: ports[count + index] ?? 0,
      environment,
    });
  });
  try {
    await Promise.all(processes.map((each) => each.start()));
  } catch (error) {
    await Promise.all(processes.map((each) => each.kill()));
    await Promise.all([redis.close(), postgres.close()]);
    throw error;
  }
  const proxy = await startProxy(haproxy, folder, proxyPort, webPorts);

  const serving = async (name: string) => (await proxy.states()).get(name) === "UP";
  const house: ScaledHouse = {
    origin,
    webs: processes.slice(0, wish.webs),
    workers: processes.slice(wish.webs),
    postgres,
    redis,
    proxy,
    lines,
    dataDir,
    ask: (sql, values = []) => askAs(postgres.maintainUrl, sql, values),
    async roll(each) {
      const end = await each.stop();
      await each.start();
      if (each.role === "web") await until(() => serving(each.name), SERVING_MS, `${each.name} to serve`);
      return end;
    },
    async untilAllServe() {
      for (const { name } of house.webs) await until(() => serving(name), SERVING_MS, `${name} to serve`);
    },
    verify: () => runCommand("verify", [], dataDir, postgres.environment),
    async remove() {
      await Promise.all(processes.map((each) => each.kill()));
      await proxy.close();
      for (const line of Object.values(lines ?? {})) await line.close();
      await redis.close();
      await postgres.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await until(
    async () => (await proxy.states().catch(() => new Map())).size === wish.webs,
    SERVING_MS,
    "the proxy",
  );
  await house.untilAllServe();
  return house;
}

async function openLines(postgres: ForeignPostgres, redis: OwnRedis, proxyPort: number): Promise<Lines> {
  const to = (url: string) => openLine(Number(new URL(url).port));
  return {
    postgres: await to(postgres.superuserUrl),
    redis: await to(redis.url),
    visitors: await openLine(proxyPort),
  };
}

function addressesOver(lines: Lines, { environment }: ForeignPostgres): Record<string, string> {
  const addresses = Object.entries(environment);
  return Object.fromEntries(addresses.map(([name, url]) => [name, withPort(url, lines.postgres.port)]));
}

function withPort(url: string, port: number): string {
  const changed = new URL(url);
  changed.port = String(port);
  return changed.href;
}

async function askAs<Row extends object>(
  url: string,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}
