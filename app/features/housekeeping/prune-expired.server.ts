import type { Tx } from "#app/platform/db/database.ts";
import { PRUNINGS, type Pruning } from "./prune-expired.sql.ts";

/** A run is bounded; what it leaves is taken by the next. */
const ROWS_PER_TABLE_MAX = 5000;

/** Removes what has expired and is evidence of nothing. Returns how many rows went, by table. */
export async function pruneExpired(tx: Tx, now: Date): Promise<Record<Pruning, number>> {
  const pruned = Object.fromEntries(Object.keys(PRUNINGS).map((table) => [table, 0])) as Record<
    Pruning,
    number
  >;
  for (const [table, sql] of Object.entries(PRUNINGS)) {
    pruned[table as Pruning] = await tx.$executeRawUnsafe(sql, now, ROWS_PER_TABLE_MAX);
  }
  return pruned;
}
