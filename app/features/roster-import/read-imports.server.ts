import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { ImportState } from "./find-batch.server.ts";
import type { ImportSummary } from "./import-record.ts";

export interface ImportListing {
  readonly id: string;
  readonly fileName: string;
  readonly state: ImportState;
  readonly madeAt: number;
  readonly counts: ImportSummary["counts"];
}

/** The last imports of the commune, the newest first. */
export async function readImports(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
): Promise<ImportListing[]> {
  const communeId = onlyCommune(scope);
  const rows = await platform.db.withCommunes(scope, (tx) =>
    tx.importBatch.findMany({
      where: { communeId, kind: "roster", state: { not: "discarded" } },
      orderBy: { madeAt: "desc" },
      take: 10,
      select: { id: true, fileName: true, state: true, madeAt: true, summary: true },
    }),
  );
  return rows.map(({ id, fileName, state, madeAt, summary }) => ({
    id,
    fileName,
    state: state as ImportState,
    madeAt: madeAt.getTime(),
    counts: (summary as unknown as ImportSummary).counts,
  }));
}
