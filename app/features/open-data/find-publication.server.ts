import type { Tx } from "#app/platform/db/database.ts";

export interface OpenDataPublication {
  readonly isPublic: boolean;
  /** 0 until somebody has switched it for the first time. */
  readonly revision: number;
}

/** Closed until the office opens it. */
export async function findOpenDataPublication(tx: Tx, communeId: number): Promise<OpenDataPublication> {
  const row = await tx.openDataPublication.findUnique({
    where: { communeId },
    select: { isPublic: true, revision: true },
  });
  return row ?? { isPublic: false, revision: 0 };
}
