import type { ActState } from "#app/domain/access/two-person-act.ts";
import type { Tx } from "#app/platform/db/database.ts";

export type MergerState = "waiting" | "declined" | "withdrawn" | "agreed" | "done";

export interface MergerRow {
  readonly id: string;
  readonly oldCommuneId: number;
  readonly newCommuneId: number;
  readonly oldName: string;
  readonly effectiveOn: Date;
  readonly decisionNumber: string;
  readonly decisionDate: Date;
  readonly state: MergerState;
  readonly askedBy: string;
  readonly expiresAt: Date;
  readonly decidedBy: string | null;
}

/** The row itself, held until the end of the transaction. */
export async function lockMerger(tx: Tx, id: string): Promise<MergerRow> {
  const [row] = await tx.$queryRaw<MergerRow[]>`
    select id, old_commune_id as "oldCommuneId", new_commune_id as "newCommuneId", old_name as "oldName",
           effective_on as "effectiveOn", decision_number as "decisionNumber", decision_date as "decisionDate", state,
           asked_by as "askedBy", expires_at as "expiresAt", decided_by as "decidedBy"
      from commune_merger where id = ${id}::uuid for update`;
  if (!row) throw new Error(`there is no merger ${id}`);
  return row;
}

/** In the words of acts of two persons. */
export function actStateOf(state: MergerState): ActState {
  return state === "agreed" || state === "done" ? "approved" : state;
}
