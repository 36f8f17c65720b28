import type { Tx } from "#app/platform/db/database.ts";

export interface TvLine {
  readonly id: string;
  readonly label: string;
  readonly madeAt: Date;
  readonly lastSeenAt: Date | null;
}

/** The screens that may look in, newest first. */
export async function findTvCodes(tx: Tx, communeId: number): Promise<TvLine[]> {
  const rows = await tx.tvCode.findMany({
    where: { communeId, revokedAt: null },
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
    select: { id: true, label: true, madeAt: true, sighting: { select: { lastSeenAt: true } } },
  });
  return rows.map(({ sighting, ...row }) => ({ ...row, lastSeenAt: sighting?.lastSeenAt ?? null }));
}
