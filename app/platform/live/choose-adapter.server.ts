import { createAdapter as createPostgresAdapter } from "@socket.io/postgres-adapter";
import { createAdapter as createRedisAdapter } from "@socket.io/redis-streams-adapter";
import { Redis } from "ioredis";
import type { Pool } from "pg";
import type { Logger } from "pino";
import type { ServerOptions } from "socket.io";
import type { Config } from "../config/config.ts";
import { connectAlone } from "./connect-alone.server.ts";

export interface LiveAdapter {
  /** Absent: one process, in memory. */
  readonly adapter: ServerOptions["adapter"] | undefined;
  close(): Promise<void>;
}

/**
 * How processes tell each other to close a session's sockets: through Redis where there is one, else through
 * a PostgreSQL that others may share; the house's own PostgreSQL has one process.
 */
export function chooseAdapter(
  config: Pick<Config, "redisUrl" | "database">,
  pool: Pool,
  log: Logger,
): LiveAdapter {
  if (config.redisUrl !== null) return redisAdapter(config.redisUrl, log);
  if (config.database !== null) return postgresAdapter(pool, log);
  return { adapter: undefined, close: async () => undefined };
}

function redisAdapter(redisUrl: string, log: Logger): LiveAdapter {
  // Commands wait for Redis to come back: the adapter's reading loop would otherwise spin.
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: null, connectionName: "live" });
  redis.on("error", (error) => log.warn({ err: error }, "live: Redis is not reachable"));
  // The adapter makes connections of its own and forgets those that wait for an absent Redis.
  const connections = [redis];
  const duplicate = redis.duplicate.bind(redis);
  redis.duplicate = (override) => {
    const copy = duplicate(override);
    connections.push(copy);
    return copy;
  };
  return {
    adapter: createRedisAdapter(redis, { streamName: "live", channelPrefix: "live", maxLen: 1_000 }),
    async close() {
      for (const connection of connections) connection.disconnect();
    },
  };
}

/**
 * The adapter keeps one connection for LISTEN and neither hears its errors (which would end the process) nor
 * gives it back when it breaks (which would empty the pool): it gets a fresh one of its own each time.
 */
function postgresAdapter(pool: Pool, log: Logger): LiveAdapter {
  const alone = {
    query: pool.query.bind(pool),
    async connect() {
      const client = await connectAlone(pool, (error) => {
        if (error) log.warn({ err: error }, "live: the adapter's connection was lost");
      });
      return Object.assign(client, { release: () => void client.end().catch(() => null) });
    },
  };
  const adapter = createPostgresAdapter(alone as unknown as Pool, {
    errorHandler: (error) => log.warn({ err: error }, "live: the adapter could not pass on a message"),
  });
  return { adapter, close: async () => undefined };
}
