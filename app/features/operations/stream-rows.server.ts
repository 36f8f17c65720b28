import type { PoolClient } from "pg";

const ROWS_AT_ONCE = 1000;

/** Rows of a query one page at a time, through a cursor of the caller's transaction: memory does not grow. */
export async function* streamRows<Row extends object>(
  client: PoolClient,
  sql: string,
  values: readonly unknown[] = [],
): AsyncGenerator<Row> {
  // One cursor at a time in a transaction; the name is free again once the reader is done.
  await client.query(`declare verify_rows no scroll cursor for ${sql}`, [...values]);
  try {
    while (true) {
      const { rows } = await client.query<Row>(`fetch ${ROWS_AT_ONCE} from verify_rows`);
      yield* rows;
      if (rows.length < ROWS_AT_ONCE) return;
    }
  } finally {
    await client.query("close verify_rows");
  }
}
