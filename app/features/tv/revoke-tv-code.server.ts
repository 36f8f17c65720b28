import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

/** The screen goes dark when it next looks in. Revoking twice is revoking once; false: there is no such screen. */
export function revokeTvCode(
  platform: Pick<Platform, "db" | "clock">,
  scope: CommuneScope,
  id: string,
): Promise<boolean> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    await tx.tvCode.updateMany({
      where: { communeId, id, revokedAt: null },
      data: { revokedAt: platform.clock.now(), revokedBy: scope.actorId },
    });
    return (await tx.tvCode.count({ where: { communeId, id } })) > 0;
  });
}
