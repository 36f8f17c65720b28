import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import { villageNameKey } from "#app/domain/roster/village.ts";
import { makeSortKey } from "#app/domain/text/sort-key.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { isStillReferred, isUniqueViolation } from "./database-refusals.server.ts";
import { onlyCommune } from "./only-commune.ts";

type RenameRefusal = Extract<SetupRefusal, { code: "changed_meanwhile" | "village_name_taken" }>;

/** Mends a name that was typed wrong. A village that was renamed by decision is the roster's matter. */
export async function renameVillage(
  platform: Pick<Platform, "db" | "live">,
  scope: CommuneScope,
  change: { readonly villageId: number; readonly name: string; readonly seenRevision: number },
): Promise<Verdict<null, RenameRefusal>> {
  const communeId = onlyCommune(scope);
  const { villageId, name, seenRevision } = change;
  try {
    return await platform.db.withCommunes(scope, async (tx) => {
      const renamed = await tx.village.updateMany({
        where: { communeId, id: villageId, revision: seenRevision },
        data: { name, nameKey: villageNameKey(name), sortKey: makeSortKey(name), revision: { increment: 1 } },
      });
      if (renamed.count === 0) {
        const stored = await tx.village.findFirst({
          where: { communeId, id: villageId },
          select: { name: true },
        });
        return stored?.name === name ? allowed(null) : refused({ code: "changed_meanwhile" });
      }
      await platform.live.touch(tx, `commune:${communeId}`);
      return allowed(null);
    });
  } catch (error) {
    if (isUniqueViolation(error)) return refused({ code: "village_name_taken" });
    throw error;
  }
}

/** Takes a village out that nothing hangs on yet. Taking it out twice is taking it out once. */
export async function removeVillage(
  platform: Pick<Platform, "db" | "live">,
  scope: CommuneScope,
  villageId: number,
): Promise<Verdict<null, Extract<SetupRefusal, { code: "village_in_use" }>>> {
  const communeId = onlyCommune(scope);
  try {
    return await platform.db.withCommunes(scope, async (tx) => {
      await tx.village.deleteMany({ where: { communeId, id: villageId } });
      // A commune without villages has this step before it again.
      if ((await tx.village.count({ where: { communeId } })) === 0) {
        await tx.setupStep.deleteMany({ where: { communeId, step: "villages" } });
      }
      await platform.live.touch(tx, `commune:${communeId}`);
      return allowed(null);
    });
  } catch (error) {
    if (isStillReferred(error)) return refused({ code: "village_in_use" });
    throw error;
  }
}
