import { createHash } from "node:crypto";
import type { PoolClient } from "pg";
import type { Tx } from "#app/platform/db/database.ts";
import { Prisma } from "#app/platform/prisma-client/client.ts";

/**
 * Lends the hot path's connection to a read that other features wrote for their own transactions: the same question,
 * asked in this one. Statements are prepared under the hash of their text.
 */
export function readAsTx(client: PoolClient): Tx {
  const lent: Pick<Tx, "$queryRaw"> = {
    $queryRaw: (async (strings: TemplateStringsArray, ...values: unknown[]) => {
      const { text, values: bound } = Prisma.sql(strings, ...(values as string[]));
      const name = createHash("sha1").update(text).digest("hex");
      return (await client.query({ name, text, values: bound })).rows;
    }) as unknown as Tx["$queryRaw"],
  };
  return lent as Tx;
}
