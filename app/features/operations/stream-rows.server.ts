import type { PoolClient } from "pg";

const ROWS_AT_ONCE = 1000;

/**
 * Rows of a query one page at a time, through a cursor of the caller's transaction: memory does not grow. While a page
 * is looked at, the next is on its way.
 */
export async function* streamRows<Row extends object>(
  client: PoolClient,
  sql: string,
  values: readonly unknown[] = [],
): AsyncGenerator<Row> {
  // Every row is fetched: a plan that is quick to begin with would be the wrong one.
  await client.query("set local cursor_tuple_fraction = 1");
  // One cursor at a time in a transaction; the name is free again once the reader is done.
  await client.query(`declare verify_rows no scroll cursor for ${sql}`, [...values]);
  const turn = () => {
    const page = client.query<Row>(`fetch ${ROWS_AT_ONCE} from verify_rows`);
    // Whoever stops reading early leaves it unasked for.
    page.catch(() => {});
    return page;
  };
  try {
    let next = turn();
    while (true) {
      const { rows } = await next;
      const isLast = rows.length < ROWS_AT_ONCE;
      if (!isLast) next = turn();
      yield* rows;
      if (isLast) return;
    }
  } finally {
    await client.query("close verify_rows");
  }
}
