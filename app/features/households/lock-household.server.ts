import type { Tx } from "#app/platform/db/database.ts";

export interface SlotRow {
  readonly slot: number;
  readonly label: Uint8Array | null;
  readonly labelledBy: string | null;
}

/** The slots of a household that stands, held until the transaction ends; null where there is none. */
export async function lockHousehold(
  tx: Tx,
  communeId: number,
  householdId: string,
): Promise<SlotRow[] | null> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from household
     where commune_id = ${communeId} and id = ${householdId}::uuid and valid_to is null for update`;
  if (rows.length === 0) return null;
  return tx.$queryRaw<SlotRow[]>`
    select slot::int as slot, label, labelled_by as "labelledBy" from person_slot
     where commune_id = ${communeId} and household_id = ${householdId}::uuid order by slot`;
}
