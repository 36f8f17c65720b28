import type { Tx } from "#app/platform/db/database.ts";

/** One word on a commune's titles at a time: what is judged cannot change before it is written. */
export async function lockTitles(tx: Tx, communeId: number): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('title'), ${communeId}::int)`;
}
