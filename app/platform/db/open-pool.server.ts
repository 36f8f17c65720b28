import { Pool, type PoolConfig } from "pg";
import type { Logger } from "pino";

export interface PoolWish {
  /** Shown by the database beside each connection. */
  readonly name: string;
  readonly max?: number;
  /** 0 lets a statement run as long as it needs. */
  readonly statementTimeoutMs?: number;
  readonly settings?: PoolConfig;
}

const STATEMENT_TIMEOUT_MS = 30_000;
const LOCK_TIMEOUT_MS = 10_000;
const CONNECT_TIMEOUT_MS = 10_000;
const IDLE_TIMEOUT_MS = 60_000;

/** A pool that outlives a restart of the database: a lost idle connection is a log line, not an end. */
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
  pool.on("error", (error) =>
    log.warn({ pool: wish.name, reason: error.message }, "an idle database connection was lost"),
  );
  return pool;
}
