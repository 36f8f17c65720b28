import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";
import { findPublication, type Publication } from "./read-publication.server.ts";

export interface PublicationDesk extends Publication {
  /** Members whose full name a stranger may read. */
  readonly consented: number;
}

export function readPublicationDesk(
  platform: Pick<Platform, "db">,
  scope: CommuneScope,
): Promise<PublicationDesk> {
  const communeId = onlyCommune(scope);
  return platform.db.withCommunes(scope, async (tx) => ({
    ...(await findPublication(tx, communeId)),
    consented: await tx.consent.count({
      where: { communeId, purpose: "public_full_name", withdrawnAt: null },
    }),
  }));
}
