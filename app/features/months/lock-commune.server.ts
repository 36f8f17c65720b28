import type { Tx } from "#app/platform/db/database.ts";

/** The first key of the advisory lock; the second is the commune's number. Hand-written SQL takes the same one. */
export const LEDGER_LOCK = 7301;

/**
 * Whoever books lines, and whoever closes a month, holds the commune's ledger to the end of the transaction: each
 * booking lies wholly before or wholly after the figures froze (T5). Take it before any row, so that nobody waits
 * in a ring.
 */
export async function lockLedger(tx: Tx, communeId: number): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${LEDGER_LOCK}::int, ${communeId}::int)`;
}
