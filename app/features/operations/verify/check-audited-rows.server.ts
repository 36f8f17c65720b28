import { escapeIdentifier, type PoolClient } from "pg";
import { streamRows } from "../stream-rows.server.ts";
import type { Check, Finding, VerifyContext } from "./check.ts";

interface AuditedTable {
  readonly name: string;
  readonly communeColumn: string | null;
  readonly keyColumns: readonly string[];
}

const READ_AUDITED_TABLES = `
select w.table_name as name, w.commune_column as "communeColumn",
       array(select a.attname::text
               from pg_index i cross join unnest(i.indkey) with ordinality as k (attnum, position)
               join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
              where i.indrelid = c.oid and i.indisprimary order by k.position) as "keyColumns"
  from tds_wall w join pg_class c on c.relname = w.table_name and c.relnamespace = 'public'::regnamespace
 where w.audited order by 1`;

/**
 * What the log last said of each row against what the row says now. The sides meet on chain and key; a row that
 * was last seen going has no digest.
 */
function compareSql({ name, communeColumn, keyColumns }: AuditedTable): string {
  const chain = communeColumn ? `coalesce(t.${escapeIdentifier(communeColumn)}, 0)` : "0";
  const keys = `array[${keyColumns.map((column) => `'${column.replaceAll("'", "''")}'`).join(", ")}]`;
  return `
with told as (
  select distinct on (l.commune_id, e.entry -> 'key')
         l.commune_id as chain, e.entry -> 'key' as key, e.entry ->> 'nowDigest' as digest, l.seq
    from audit_log l cross join jsonb_array_elements(l.body::jsonb) with ordinality as e (entry, position)
   where l.table_name = $1
   order by l.commune_id, e.entry -> 'key', l.seq desc, e.position desc
), there as (
  select ${chain} as chain, tds_pick(to_jsonb(t), ${keys}) as key, tds_row_digest(to_jsonb(t)) as digest
    from public.${escapeIdentifier(name)} t
)
select coalesce(there.chain, told.chain) as chain, coalesce(there.key, told.key)::text as key,
       told.key is not null as "isTold", told.seq::text as seq,
       told.digest as "toldDigest", there.digest as "thereDigest"
  from told full join there on told.chain = there.chain and told.key = there.key
 where told.digest is distinct from there.digest`;
}

interface Difference {
  readonly chain: number;
  readonly key: string;
  readonly isTold: boolean;
  readonly seq: string | null;
  readonly toldDigest: string | null;
  readonly thereDigest: string | null;
}

/** V17: nobody changed, added or removed an audited row behind the log's back. */
export const auditedRowsCheck: Check = {
  id: "V17",
  title: "every audited row is as the audit log last recorded it",
  async *run({ client }: VerifyContext) {
    await speakAsTheLog(client);
    const { rows } = await client.query<AuditedTable>(READ_AUDITED_TABLES);
    for (const table of rows) {
      for await (const row of streamRows<Difference>(client, compareSql(table), [table.name])) {
        yield describe(table.name, row);
      }
    }
  },
};

/** Digests are over the text of values, so the session writes values as the audit trigger does. */
async function speakAsTheLog(client: PoolClient): Promise<void> {
  const settings = [
    "timezone = 'UTC'",
    "bytea_output = 'hex'",
    "intervalstyle = 'postgres'",
    "extra_float_digits = 1",
  ];
  for (const setting of settings) await client.query(`set local ${setting}`);
}

function describe(table: string, { chain, key, isTold, seq, toldDigest, thereDigest }: Difference): Finding {
  const row = `commune ${chain}, ${key}`;
  if (!isTold) return { table, row, says: "the row is there, but the audit log never heard of it" };
  if (thereDigest === null)
    return { table, row, says: `the row is gone, but entry ${seq} of the audit log left it there` };
  if (toldDigest === null)
    return { table, row, says: `the row is there, but entry ${seq} of the audit log saw it go` };
  return { table, row, says: `the row was changed after entry ${seq} of the audit log` };
}
