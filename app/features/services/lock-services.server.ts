import type { Tx } from "#app/platform/db/database.ts";

/** One change to a commune's catalogue at a time, the first entry included. */
export async function lockServices(tx: Tx, communeId: number): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('service'), ${communeId}::int)`;
}
