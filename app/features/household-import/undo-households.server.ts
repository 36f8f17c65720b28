import { type ImportRefusal, UNDO_HOURS } from "#app/domain/people/import-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import { inBatches, WHOLE_LIST } from "#app/features/roster-import/in-turns.server.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { lockHouseholdBatch } from "./find-batch.server.ts";
import { closeSlots, findBlockers, readEffects, writeColumns } from "./line-effects.server.ts";
import { type TellProgress, tellingProgress } from "./tell-progress.server.ts";

type Refusal = Extract<
  ImportRefusal,
  { code: "import_not_open" | "import_undo_too_late" | "import_undo_blocked" }
>;

const BATCH = 2_000;
const UNDO_MS = UNDO_HOURS * 60 * 60 * 1000;

/** Takes a whole list back within a day, as long as nobody has changed its households or worked in them since. */
export async function undoHouseholds(
  platform: Pick<Platform, "db" | "clock" | "keys" | "live" | "log">,
  scope: CommuneScope,
  batchId: string,
): Promise<Verdict<null, Refusal>> {
  return tellingProgress(platform, scope, (tell) => undo(platform, scope, batchId, tell));
}

async function undo(
  platform: Pick<Platform, "db" | "clock" | "keys" | "live">,
  scope: CommuneScope,
  batchId: string,
  tell: TellProgress,
): Promise<Verdict<null, Refusal>> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(
    scope,
    async (tx) => {
      await tx.$executeRaw`select from village where commune_id = ${communeId} order by id for update`;
      const batch = await lockHouseholdBatch(tx, communeId, batchId);
      if (batch?.state === "undone") return allowed(null);
      if (batch?.state !== "applied" || batch.appliedAt === null) return refused({ code: "import_not_open" });
      const now = platform.clock.now();
      if (now.getTime() - batch.appliedAt.getTime() > UNDO_MS)
        return refused({ code: "import_undo_too_late", hours: UNDO_HOURS });
      const blockers = await findBlockers(tx, platform.keys, communeId, batchId);
      if (blockers.count > 0) return refused({ code: "import_undo_blocked", ...blockers });
      const effects = await readEffects(tx, communeId, batchId);
      const before = effects.flatMap((effect) => effect.before ?? []);
      await writeColumns(tx, communeId, before);
      await closeSlots(tx, communeId, before);
      const made = effects.filter(({ isMade }) => isMade).map(({ householdId }) => householdId);
      let done = 0;
      for (const ids of inBatches(made, BATCH)) {
        tell("write", done, made.length);
        done += ids.length;
        await tx.$executeRaw`
          delete from person_slot where commune_id = ${communeId} and household_id = any(${ids}::uuid[])`;
        await tx.$executeRaw`
          delete from household where commune_id = ${communeId} and id = any(${ids}::uuid[])`;
      }
      await tx.importBatch.update({
        where: { communeId_id: { communeId, id: batchId } },
        data: { state: "undone", undoneAt: now },
        select: { id: true },
      });
      await platform.live.touch(tx, `commune:${communeId}`);
      return allowed(null);
    },
    WHOLE_LIST,
  );
}

/** Throws a preview away with every line of it. */
export async function discardHouseholds(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
  batchId: string,
): Promise<Verdict<null, Extract<ImportRefusal, { code: "import_not_open" }>>> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    const batch = await lockHouseholdBatch(tx, communeId, batchId);
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
