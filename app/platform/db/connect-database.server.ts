import { PrismaPg } from "@prisma/adapter-pg";
import type { Pool } from "pg";
import { PrismaClient } from "../prisma-client/client.ts";
import type { CommuneScope, Database, Stamp, Tx } from "./database.ts";
import { retryConflicts } from "./retry-conflicts.server.ts";
import { SET_SCOPE, scopeValues } from "./set-scope.server.ts";

const TRANSACTION_TIMEOUT_MS = 20_000;
const WAIT_FOR_CONNECTION_MS = 10_000;

/** The database as one role sees it. Prisma and hand-written SQL share the pool. */
export function connectDatabase(pool: Pool): Database {
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: ({ sql }) => nameOf(sql) as string }),
    errorFormat: "minimal",
  });

  // Prisma's disconnect would end transactions under way, so closing waits for them.
  const underWay = new Set<Promise<unknown>>();

  async function inScope<T>(
    scope: Stamp & Partial<CommuneScope>,
    work: (tx: Tx) => Promise<T>,
    timeoutMs = TRANSACTION_TIMEOUT_MS,
  ): Promise<T> {
    const values = scopeValues(scope);
    const transaction = retryConflicts(() =>
      prisma.$transaction(
        async (tx) => {
          await tx.$executeRawUnsafe(SET_SCOPE, ...values);
          return work(tx);
        },
        { timeout: timeoutMs, maxWait: WAIT_FOR_CONNECTION_MS },
      ),
    );
    underWay.add(transaction);
    try {
      return await transaction;
    } finally {
      underWay.delete(transaction);
    }
  }

  return {
    prisma,
    pool,
    withCommunes: (scope, work, limits) => inScope(scope, work, limits?.timeoutMs),
    withGlobals: (stamp, work) =>
      inScope({ actorId: stamp.actorId, verb: stamp.verb, requestId: stamp.requestId }, work),
    async close() {
      // Each is bounded by its own timeout.
      while (underWay.size > 0) await Promise.allSettled(underWay);
      await prisma.$disconnect();
      await pool.end();
    },
  };
}

/**
 * A hand-written statement that begins with its name in a comment is read and planned once a connection, not at each
 * call. Only such: what a connection keeps stays bounded, and every name stands for one text.
 */
function nameOf(sql: string): string | undefined {
  return /^\s*\/\* ([a-z-]+\.[a-z-]+) \*\//.exec(sql)?.[1];
}
