import { findBatch, lockBatch } from "#app/features/roster-import/find-batch.server.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { HouseholdImportSummary } from "./import-record.ts";

export function findHouseholdBatch(tx: Tx, communeId: number, batchId: string) {
  return findBatch<HouseholdImportSummary>(tx, communeId, "household", batchId);
}

export function lockHouseholdBatch(tx: Tx, communeId: number, batchId: string) {
  return lockBatch<HouseholdImportSummary>(tx, communeId, "household", batchId);
}
