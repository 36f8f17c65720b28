import { createPostgresBackend, createRedisBackend } from "bullmq";
import { Redis } from "ioredis";
import type { Logger } from "pino";
import { openPool } from "../db/open-pool.server.ts";
import { openBullBackend } from "./bull-backend.server.ts";
import type { JobBackend } from "./job-backend.ts";

const BULL_SCHEMA = "bullmq";
/** For calls, finished runs and lock renewals of all queues together. */
const SHARED_CONNECTIONS = 4;
const REDIS_COMMAND_TIMEOUT_MS = 5000;
const REDIS_RETRY_MAX_MS = 2000;

/** BullMQ over the house's own database: a pool of its own, in which each worker keeps one listening connection. */
export function openPostgresBackend(appUrl: string, queueCount: number, log: Logger): JobBackend {
  const pool = openPool(appUrl, log, {
    name: "jobs",
    max: queueCount + SHARED_CONNECTIONS,
    // Calls may be lost, so their commits need not wait for the disk.
    settings: { options: `-c search_path=${BULL_SCHEMA} -c synchronous_commit=off` },
  });
  // Every queue and worker listens to the pool's errors.
  pool.setMaxListeners(0);
  return openBullBackend(
    {
      kind: "postgres",
      factory: createPostgresBackend,
      callerConnection: pool,
      workerConnection: pool,
      prefix: "tds",
      isUp: () => true,
      onReturn: () => {},
      disconnect: () => pool.end(),
    },
    log,
  );
}

/** BullMQ over Redis. Opening never waits: a Redis that is down is tried until it is there. */
export function openRedisBackend(redisUrl: string, houseName: string, log: Logger): JobBackend {
  let isClosed = false;
  const retryStrategy = (times: number) => (isClosed ? null : Math.min(times * 100, REDIS_RETRY_MAX_MS));
  // Calls fail at once when Redis is gone; they stay in the outbox.
  const caller = new Redis(redisUrl, {
    retryStrategy,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    commandTimeout: REDIS_COMMAND_TIMEOUT_MS,
  });
  // Workers wait for Redis as long as it takes.
  const worker = new Redis(redisUrl, { retryStrategy, maxRetriesPerRequest: null });
  const returned = watchConnection(caller, log);
  worker.on("error", () => {});
  return openBullBackend(
    {
      kind: "redis",
      factory: createRedisBackend,
      callerConnection: caller,
      workerConnection: worker,
      prefix: `tds-${houseName}`,
      isUp: () => caller.status === "ready",
      onReturn: returned,
      async disconnect() {
        isClosed = true;
        caller.disconnect();
        worker.disconnect();
      },
    },
    log,
  );
}

/** Says once that Redis is gone and once that it is back, however often the connection is tried in between. */
function watchConnection(redis: Redis, log: Logger): (listener: () => void) => void {
  const listeners: (() => void)[] = [];
  let isGone = false;
  const goAway = (reason: string) => {
    if (!isGone) log.warn({ reason }, "Redis is gone: jobs wait in the database");
    isGone = true;
  };
  redis.on("error", (error) => goAway(error.message));
  redis.on("close", () => {
    if (redis.status !== "end") goAway("the connection was closed");
  });
  redis.on("ready", () => {
    if (!isGone) return;
    isGone = false;
    log.info("Redis is back: jobs run");
    for (const listener of listeners) listener();
  });
  return (listener) => listeners.push(listener);
}
