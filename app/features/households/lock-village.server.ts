import type { Tx } from "#app/platform/db/database.ts";

/**
 * Codes of one village are given out one after the other: its row is the lock. False where the village is no more,
 * or was never this commune's.
 */
export async function lockVillage(tx: Tx, communeId: number, villageId: number): Promise<boolean> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    select id from village where commune_id = ${communeId} and id = ${villageId} and valid_to is null for update`;
  return rows.length > 0;
}

interface ListedHousehold {
  readonly id: string;
  readonly code: string;
  readonly lane: string | null;
  readonly headLabel: Uint8Array;
  readonly isStanding: boolean;
}

export function readListed(tx: Tx, communeId: number, villageId: number): Promise<ListedHousehold[]> {
  return tx.$queryRaw<ListedHousehold[]>`
    select id, code, lane, head_label as "headLabel", valid_to is null as "isStanding"
      from household where commune_id = ${communeId} and village_id = ${villageId}`;
}
