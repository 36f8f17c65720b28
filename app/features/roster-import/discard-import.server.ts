import type { ImportRefusal } from "#app/domain/people/import-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { lockRosterBatch } from "./find-batch.server.ts";

/** Throws a preview away with every line of it. */
export async function discardImport(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  batchId: string,
): Promise<Verdict<null, Extract<ImportRefusal, { code: "import_not_open" }>>> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const batch = await lockRosterBatch(tx, communeId, batchId);
    if (batch?.state === "discarded") return allowed(null);
    if (batch?.state !== "previewed") return refused({ code: "import_not_open" });
    await tx.importLine.deleteMany({ where: { communeId, batchId } });
    await tx.importBatch.update({
      where: { communeId_id: { communeId, id: batchId } },
      data: { state: "discarded" },
      select: { id: true },
    });
    return allowed(null);
  });
}
