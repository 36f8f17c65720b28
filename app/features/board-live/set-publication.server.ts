import type { PublicationRefusal } from "#app/domain/publication/tv-code.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findPublication } from "./read-publication.server.ts";

export interface PublicationWish {
  readonly isPublic: boolean;
  /** The revision the person was looking at. */
  readonly seenRevision: number;
}

/** Opens the public board or closes it again. Switching to what already holds changes nothing. */
export function setPublication(
  platform: Pick<Platform, "db" | "clock" | "live">,
  scope: CommuneScope,
  { isPublic, seenRevision }: PublicationWish,
): Promise<Verdict<null, Extract<PublicationRefusal, { code: "publication_changed" }>>> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => {
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('board-publication'), ${communeId}::int)`;
    const standing = await findPublication(tx, communeId);
    if (standing.isPublic === isPublic) return allowed(null);
    if (standing.revision !== seenRevision)
      return refused({ code: "publication_changed", isPublic: standing.isPublic });
    const row = {
      isPublic,
      revision: standing.revision + 1,
      changedBy: scope.actorId,
      changedAt: platform.clock.now(),
    };
    await tx.boardPublication.upsert({ where: { communeId }, create: { communeId, ...row }, update: row });
    await platform.live.touch(tx, `commune:${communeId}`);
    return allowed(null);
  });
}
