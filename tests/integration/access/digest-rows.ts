import type { Pool } from "pg";
import type { PlantedCommune } from "./planted-communes.ts";

/** One digest of every row of the house, or of the rows of one commune and its people. */
export async function digestRows(superuser: Pool, commune: PlantedCommune | null = null): Promise<string> {
  const { rows: tables } = await superuser.query<{ name: string; isOfCommune: boolean }>(
    `select t.table_name as name, exists (
              select from information_schema.columns c
               where c.table_schema = 'public' and c.table_name = t.table_name and c.column_name = 'commune_id') as "isOfCommune"
       from information_schema.tables t where t.table_schema = 'public' and t.table_type = 'BASE TABLE' order by 1`,
  );
  const digests: string[] = [];
  for (const { name, isOfCommune } of tables) {
    if (commune !== null && !isOfCommune && name !== "account") continue;
    const where =
      commune === null
        ? ""
        : isOfCommune
          ? `where t.commune_id = ${commune.communeId}`
          : `where t.display_name like '%${commune.canary}%'`;
    const { rows } = await superuser.query<{ digest: string | null }>(
      `select md5(string_agg(t::text, '|' order by t::text)) as digest from "${name}" t ${where}`,
    );
    digests.push(`${name} ${rows[0]?.digest}`);
  }
  return digests.join("\n");
}
