import type { Tx } from "#app/platform/db/database.ts";
import type { RosterAct } from "./roster-act.ts";

/** One change at a time to one person's memberships. In one order, so that two officers never wait in a circle. */
export async function lockMembers(
  tx: Tx,
  { communeId }: RosterAct,
  memberIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    select id from member
     where commune_id = ${communeId} and id = any(${[...memberIds]}::uuid[])
     order by id for update`;
  return new Set(rows.map(({ id }) => id));
}
