import type { SetupRefusal } from "#app/domain/roster/setup.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { onlyCommune } from "../communes/only-commune.ts";
import { findOpenDataPublication } from "./find-publication.server.ts";

export interface OpenDataWish {
  readonly isPublic: boolean;
  /** The revision the person was looking at. */
  readonly seenRevision: number;
}

/** Publishes the commune's counts or takes them back. Switching to what already holds changes nothing. */
export function setOpenDataPublication(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
  { isPublic, seenRevision }: OpenDataWish,
): Promise<Verdict<null, Extract<SetupRefusal, { code: "changed_meanwhile" }>>> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    await tx.$executeRaw`select from commune where id = ${communeId} for update`;
    const standing = await findOpenDataPublication(tx, communeId);
    if (standing.isPublic === isPublic) return allowed(null);
    if (standing.revision !== seenRevision) return refused({ code: "changed_meanwhile" });
    const row = {
      isPublic,
      revision: standing.revision + 1,
      changedBy: scope.actorId,
      changedAt: platform.clock.now(),
    };
    await tx.openDataPublication.upsert({ where: { communeId }, create: { communeId, ...row }, update: row });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}
