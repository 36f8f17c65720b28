import type { Tx } from "#app/platform/db/database.ts";

/** B18, E05: villages that are town: as the office said, else every village of a ward and none of a rural commune. */
export async function findUrbanVillages(tx: Tx, communeId: number): Promise<ReadonlySet<number>> {
  const rows = await tx.$queryRaw<{ id: number }[]>`
    select v.id
      from village v
      join commune c on c.id = v.commune_id
      left join village_area a on a.commune_id = v.commune_id and a.village_id = v.id
     where v.commune_id = ${communeId} and v.valid_to is null and coalesce(a.is_urban, c.kind = 'ward')`;
  return new Set(rows.map(({ id }) => id));
}
