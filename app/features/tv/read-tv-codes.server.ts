import { onlyCommune } from "#app/features/communes/only-commune.ts";
import type { CommuneScope } from "#app/platform/db/database.ts";
import type { Platform } from "#app/platform/platform.ts";

export interface TvLine {
  readonly id: string;
  readonly label: string;
  readonly madeAt: Date;
  readonly lastSeenAt: Date | null;
}

/** The screens that may look in, newest first. */
export async function readTvCodes(platform: Pick<Platform, "db">, scope: CommuneScope): Promise<TvLine[]> {
  const communeId = onlyCommune(scope);
  const rows = await platform.db.withCommunes(scope, (tx) =>
    tx.tvCode.findMany({
      where: { communeId, revokedAt: null },
      orderBy: [{ madeAt: "desc" }, { id: "desc" }],
      select: { id: true, label: true, madeAt: true, sighting: { select: { lastSeenAt: true } } },
    }),
  );
  return rows.map(({ sighting, ...row }) => ({ ...row, lastSeenAt: sighting?.lastSeenAt ?? null }));
}
