import type { Pool } from "pg";
import type { Logger } from "pino";
import { applyMigrations } from "./apply-migrations.server.ts";
import { grantAccess } from "./grant-access.server.ts";
import type { Filling, Preparation } from "./preparation.ts";

/** Any number; the same for every process of the house, so that one prepares while the others wait. */
const PREPARE_LOCK = 7_236_530_118;

/** Migrations, then what other parts need, then grants. Safe to run at every start, by several processes at once. */
export async function prepareDatabase(
  owner: Pool,
  appRoot: string,
  preparations: readonly Preparation[],
  log: Logger,
  fill?: Filling,
): Promise<void> {
  const lock = await owner.connect();
  try {
    await lock.query("select pg_advisory_lock($1)", [PREPARE_LOCK]);
    if (fill) {
      await applyMigrations(owner, appRoot, fill.upTo);
      await fill.run(owner);
    }
    const applied = await applyMigrations(owner, appRoot);
    if (applied.length > 0) log.info({ applied }, "migrations applied");
    for (const preparation of preparations) await preparation.run(owner);
    await grantAccess(owner, preparations);
  } finally {
    // Ending the connection gives the lock back, whatever happened.
    lock.release(true);
  }
}
