import { Client, type Pool, type PoolClient } from "pg";
import type { Logger } from "pino";

export interface SilenceTiming {
  readonly lookEveryMs: number;
  /** A statement from which nothing came for this long makes one look whether the server answers anybody. */
  readonly suspectMs: number;
  readonly answerMs: number;
  /** What the server itself would have ended by then is on a line that carries nothing any more. */
  readonly lostMs: number;
}

interface Watched {
  bytesRead: number;
  sinceMs: number;
}

/**
 * A server that is stopped, or a line that swallows everything, keeps connections open and answers nothing: no timeout
 * of the server's ends such a wait. Statements that wait are ended here when a new connection is not answered either.
 * A server that answers, be it with a refusal, is left to its own timeouts.
 */
export function cutSilentConnections(pool: Pool, timing: SilenceTiming, log: Logger): void {
  const borrowed = new Map<PoolClient, Watched>();
  let timer: NodeJS.Timeout | null = null;
  let isAsking = false;

  pool.on("acquire", (client) => {
    borrowed.set(client, { bytesRead: bytesReadBy(client), sinceMs: performance.now() });
    timer ??= setInterval(look, timing.lookEveryMs).unref();
  });
  pool.on("release", (_, client) => borrowed.delete(client));
  pool.on("remove", (client) => borrowed.delete(client));

  function look(): void {
    if (borrowed.size === 0 && timer) {
      clearInterval(timer);
      timer = null;
    }
    if (waitingLongerThan(timing.suspectMs).length === 0) return;
    cut(waitingLongerThan(timing.lostMs));
    if (!isAsking) void askServer();
  }

  async function askServer(): Promise<void> {
    isAsking = true;
    if (!(await answersAnybody(pool, timing.answerMs))) cut(waitingLongerThan(timing.suspectMs));
    isAsking = false;
  }

  function waitingLongerThan(limitMs: number): PoolClient[] {
    const nowMs = performance.now();
    const found: PoolClient[] = [];
    for (const [client, watched] of borrowed) {
      const bytesRead = bytesReadBy(client);
      if (bytesRead !== watched.bytesRead || isIdle(client)) {
        Object.assign(watched, { bytesRead, sinceMs: nowMs });
      } else if (nowMs - watched.sinceMs > limitMs) found.push(client);
    }
    return found;
  }

  function cut(clients: readonly PoolClient[]): void {
    if (clients.length === 0) return;
    log.warn({ connections: clients.length }, "the database gives no answer: waiting statements are ended");
    for (const client of clients) streamOf(client).destroy(new Error("the database gave no answer"));
  }
}

/** A connection that is made, refused in words or refused by the machine is an answer. */
async function answersAnybody(pool: Pool, answerMs: number): Promise<boolean> {
  const client = new Client({
    ...pool.options,
    // The pool keeps its password out of enumeration, so a copy would lose it.
    password: pool.options.password,
    connectionTimeoutMillis: answerMs,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    // Not awaited: the server may fall silent at any moment.
    void client.end().catch(() => {});
    return true;
  } catch (error) {
    const { code } = error as { code?: string };
    return code !== undefined && /^(?:[0-9A-Z]{5}|ECONNREFUSED|ECONNRESET)$/.test(code);
  }
}

interface Driver {
  readonly readyForQuery?: boolean;
  readonly connection: { readonly stream: { readonly bytesRead: number; destroy(reason: Error): void } };
}

function isIdle(client: PoolClient): boolean {
  return (client as unknown as Driver).readyForQuery !== false;
}

function bytesReadBy(client: PoolClient): number {
  return streamOf(client).bytesRead;
}

function streamOf(client: PoolClient): Driver["connection"]["stream"] {
  return (client as unknown as Driver).connection.stream;
}
