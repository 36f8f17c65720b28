import type { Tx } from "#app/platform/db/database.ts";

export interface Publication {
  readonly isPublic: boolean;
  /** 0 until somebody has switched it for the first time. */
  readonly revision: number;
}

/** Closed until the office opens it. */
export async function findPublication(tx: Tx, communeId: number): Promise<Publication> {
  const row = await tx.boardPublication.findUnique({
    where: { communeId },
    select: { isPublic: true, revision: true },
  });
  return row ?? { isPublic: false, revision: 0 };
}
