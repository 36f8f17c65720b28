import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Redis } from "ioredis";
import { findFreePort } from "#app/platform/db/embedded/find-free-port.server.ts";
import { type FoundProgram, findProgram } from "./debian-program.ts";

/** A Redis that may be used. Its owner may also do it harm. */
export interface TestRedis {
  readonly url: string;
  /** Null for the Redis of REDIS_URL: it is somebody's, and is neither flushed nor stopped. */
  readonly own: OwnRedis | null;
  close(): Promise<void>;
}

export interface OwnRedis {
  readonly url: string;
  flushAll(): Promise<void>;
  /** As a power cut would; nothing it held comes back. */
  kill(): Promise<void>;
  /** On the same port, empty. */
  start(): Promise<void>;
  /** Keeps the connections open and answers nothing, or goes on. */
  freeze(): void;
  thaw(): void;
  close(): Promise<void>;
}

/** redis-server itself is in redis-tools; the other packages are what a bare Debian 12 lacks for it. */
const REDIS = {
  name: "redis-server",
  place: "usr/bin/redis-server",
  packages: ["redis-server", "redis-tools", "libatomic1", "libjemalloc2", "liblzf1", "libssl3"],
  versionFlag: "--version",
};
const START_TIMEOUT_MS = 10_000;

/** REDIS_URL, else a Redis of the test's own. Null, after a loud sentence, where neither can be had; in CI an error. */
export async function testRedis(): Promise<TestRedis | null> {
  const given = process.env.REDIS_URL;
  if (given) return { url: given, own: null, close: async () => {} };
  const own = await ownRedis();
  return own && { url: own.url, own, close: () => own.close() };
}

/** A Redis that the test may flush, kill and restart, whatever REDIS_URL says. */
export async function ownRedis(): Promise<OwnRedis | null> {
  const search = findProgram(REDIS);
  if (search.ok) return startRedis(search.program);
  if (process.env.CI) throw new Error(search.missing);
  process.stderr.write(`\n*** SKIPPED, for want of Redis: ${search.missing}\n\n`);
  return null;
}

async function startRedis(home: FoundProgram): Promise<OwnRedis> {
  const port = await findFreePort();
  const folder = await mkdtemp(path.join(tmpdir(), "tds-test-redis-"));
  const url = `redis://127.0.0.1:${port}`;
  let server: ChildProcess | null = null;

  async function start(): Promise<void> {
    const settings = [
      "--port",
      `${port}`,
      "--bind",
      "127.0.0.1",
      "--dir",
      folder,
      "--save",
      "",
      "--appendonly",
      "no",
    ];
    server = spawn(home.executablePath, [...settings, "--maxmemory-policy", "noeviction"], {
      env: { ...process.env, ...home.environment },
      stdio: "ignore",
    });
    const failed = new Promise<never>((_, reject) => {
      server?.once("error", reject);
      server?.once("exit", (status) => reject(new Error(`redis-server ended with status ${status}`)));
    });
    // Later ends are announced by whoever kills it.
    failed.catch(() => {});
    await Promise.race([untilItAnswers(url), failed]);
  }

  async function kill(): Promise<void> {
    const killed = server;
    server = null;
    if (!killed || killed.exitCode !== null || killed.signalCode !== null) return;
    const ended = new Promise((resolve) => killed.once("exit", resolve));
    killed.kill("SIGKILL");
    await ended;
  }

  const killWithTheRun = () => server?.kill("SIGKILL");
  process.once("exit", killWithTheRun);
  await start();
  return {
    url,
    start,
    kill,
    freeze: () => server?.kill("SIGSTOP"),
    thaw: () => server?.kill("SIGCONT"),
    async flushAll() {
      const client = new Redis(url);
      await client.flushall();
      client.disconnect();
    },
    async close() {
      process.removeListener("exit", killWithTheRun);
      await kill();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilItAnswers(url: string): Promise<void> {
  const client = new Redis(url, { retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on("error", () => {});
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`redis-server did not answer at ${url}`)), START_TIMEOUT_MS);
  });
  await Promise.race([client.ping(), late]).finally(() => {
    clearTimeout(timer);
    client.disconnect();
  });
}
