import { isId } from "#app/domain/ids.ts";
import { fromDatabaseDay } from "#app/features/communes/database-day.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { Prisma } from "#app/platform/prisma-client/client.ts";
import type { HouseholdImportSummary } from "./import-record.ts";

export type ImportState = "previewed" | "applied" | "undone" | "discarded";

export function summaryColumn(summary: HouseholdImportSummary): Prisma.InputJsonObject {
  return summary as unknown as Prisma.InputJsonObject;
}

/** One import of the commune; null for another's, another kind's, or none: they look alike. */
export async function findHouseholdBatch(tx: Tx, communeId: number, batchId: string) {
  if (!isId(batchId)) return null;
  const row = await tx.importBatch.findFirst({
    where: { communeId, id: batchId, kind: "household" },
    select: {
      id: true,
      fileName: true,
      state: true,
      effectiveOn: true,
      summary: true,
      madeAt: true,
      appliedAt: true,
    },
  });
  if (!row) return null;
  return {
    ...row,
    state: row.state as ImportState,
    effectiveOn: fromDatabaseDay(row.effectiveOn),
    summary: row.summary as unknown as HouseholdImportSummary,
  };
}

/** One change of an import at a time; two tabs take turns. */
export async function lockHouseholdBatch(tx: Tx, communeId: number, batchId: string) {
  if (!isId(batchId)) return null;
  await tx.$executeRaw`
    select from import_batch where commune_id = ${communeId} and id = ${batchId}::uuid for update`;
  return findHouseholdBatch(tx, communeId, batchId);
}
