import { isId } from "#app/domain/ids.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Prisma } from "#app/platform/prisma-client/client.ts";
import type { ImportSummary } from "./import-record.ts";

export type ImportState = "previewed" | "applied" | "undone" | "discarded";

export function summaryColumn(summary: object): Prisma.InputJsonObject {
  return summary as Prisma.InputJsonObject;
}

export function findRosterBatch(tx: Tx, communeId: number, batchId: string) {
  return findBatch<ImportSummary>(tx, communeId, "roster", batchId);
}

export function lockRosterBatch(tx: Tx, communeId: number, batchId: string) {
  return lockBatch<ImportSummary>(tx, communeId, "roster", batchId);
}

/** One import of the commune; null for another's, another kind's, or none: they look alike. */
export async function findBatch<Summary>(
  tx: Tx,
  communeId: number,
  kind: "roster" | "household",
  batchId: string,
) {
  if (!isId(batchId)) return null;
  const row = await tx.importBatch.findFirst({
    where: { communeId, id: batchId, kind },
    select: {
      id: true,
      fileName: true,
      state: true,
      effectiveOn: true,
      summary: true,
      madeAt: true,
      appliedAt: true,
      undoneAt: true,
    },
  });
  if (!row) return null;
  return {
    ...row,
    state: row.state as ImportState,
    effectiveOn: fromDatabaseDay(row.effectiveOn),
    summary: row.summary as unknown as Summary,
  };
}

/** One change of an import at a time; two tabs take turns. */
export async function lockBatch<Summary>(
  tx: Tx,
  communeId: number,
  kind: "roster" | "household",
  batchId: string,
) {
  if (!isId(batchId)) return null;
  await tx.$executeRaw`
    select from import_batch where commune_id = ${communeId} and id = ${batchId}::uuid for update`;
  return findBatch<Summary>(tx, communeId, kind, batchId);
}
