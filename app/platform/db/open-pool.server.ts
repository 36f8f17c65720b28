import { Pool, type PoolConfig } from "pg";
import type { Logger } from "pino";
import { cutSilentConnections, type SilenceTiming } from "./cut-silent-connections.server.ts";

export interface PoolWish {
  /** Shown by the database beside each connection. */
  readonly name: string;
  readonly max?: number;
  /** 0 lets a statement run as long as it needs. */
  readonly statementTimeoutMs?: number;
  readonly settings?: PoolConfig;
  /** Tests cannot wait as long as people do. */
  readonly silence?: Omit<SilenceTiming, "lostMs">;
}

const STATEMENT_TIMEOUT_MS = 30_000;
/** With the wait for a connection still less than a phone waits for an answer. */
const LOCK_TIMEOUT_MS = 8_000;
const CONNECT_TIMEOUT_MS = 10_000;
const IDLE_TIMEOUT_MS = 60_000;
/** A phone waits for an answer for 20 s; what it is told has to be known before. */
const SILENCE = { lookEveryMs: 1_000, suspectMs: 5_000, answerMs: 5_000 };
const BEYOND_STATEMENT_MS = 5_000;

/**
 * A pool that outlives a restart of the database: a lost idle connection is a log line, not an end, and the loss of one
 * that is lent is told by its statements.
 */
export function openPool(url: string, log: Logger, wish: PoolWish): Pool {
  const statementTimeoutMs = wish.statementTimeoutMs ?? STATEMENT_TIMEOUT_MS;
  const isBounded = statementTimeoutMs > 0;
  const pool = new Pool({
    connectionString: url,
    application_name: `tds ${wish.name} ${process.pid}`,
    max: wish.max ?? 10,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    idleTimeoutMillis: IDLE_TIMEOUT_MS,
    keepAlive: true,
    statement_timeout: statementTimeoutMs,
    lock_timeout: isBounded ? LOCK_TIMEOUT_MS : 0,
    idle_in_transaction_session_timeout: isBounded ? statementTimeoutMs : 0,
    ...wish.settings,
  });
  // Without a listener the loss of a connection that is lent would end the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  pool.on("error", (error) =>
    log.warn({ pool: wish.name, reason: error.message }, "an idle database connection was lost"),
  );
  if (isBounded)
    cutSilentConnections(
      pool,
      { ...(wish.silence ?? SILENCE), lostMs: statementTimeoutMs + BEYOND_STATEMENT_MS },
      log,
    );
  return pool;
}
