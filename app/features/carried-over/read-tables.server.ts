import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { TablePreview } from "./preview-table.server.ts";

export interface TableListing {
  readonly id: string;
  readonly fileName: string;
  readonly state: "applied" | "undone";
  readonly madeAt: number;
  readonly counts: TablePreview["counts"];
}

/** The last tables that were taken over, the newest first. */
export async function readTables(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
): Promise<TableListing[]> {
  const rows = await platform.db.withCommunes(scope, (tx) =>
    tx.importBatch.findMany({
      where: { communeId: onlyCommune(scope), kind: "carried_over" },
      orderBy: { madeAt: "desc" },
      take: 10,
      select: { id: true, fileName: true, state: true, madeAt: true, summary: true },
    }),
  );
  return rows.map(({ summary, state, madeAt, ...row }) => ({
    ...row,
    state: state === "undone" ? "undone" : "applied",
    madeAt: madeAt.getTime(),
    counts: summary as unknown as TablePreview["counts"],
  }));
}
