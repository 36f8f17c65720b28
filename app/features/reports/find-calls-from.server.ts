import type { Tx } from "#app/platform/db/database.ts";

/**
 * The call, and those of the plan after it that are open already: the next period begins before this one is due, and who
 * is asked in one is asked in every later one. A report on request stands alone.
 */
export async function findCallsFrom(tx: Tx, communeId: number, callId: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select k.id from report_call c
      join report_call k on k.commune_id = c.commune_id
       and (k.id = c.id or (not c.is_on_request and not k.is_on_request and k.sender_late_from > c.sender_late_from))
     where c.commune_id = ${communeId} and c.id = ${callId}::uuid
     order by k.sender_late_from, k.id`;
  return rows.map(({ id }) => id);
}
