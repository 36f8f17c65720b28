import { Client, type Pool } from "pg";

/**
 * A connection of its own to the pool's database, for LISTEN: a notification belongs to the connection that
 * listens, and a pool would lend it to others. Its loss is told to the caller, never an uncaught error.
 */
export async function connectAlone(pool: Pool, onLost: (error: Error | null) => void): Promise<Client> {
  const client = new Client({
    ...pool.options,
    // The pool keeps its password out of enumeration, so a copy would lose it.
    password: pool.options.password,
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    query_timeout: 5_000,
  });
  let isLost = false;
  const lose = (error: Error | null) => {
    if (isLost) return;
    isLost = true;
    onLost(error);
  };
  client.on("error", lose);
  client.on("end", () => lose(null));
  await client.connect();
  return client;
}
