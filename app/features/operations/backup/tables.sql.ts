/**
 * What the house makes anew by itself and what must not come back: a session or challenge that has ended since
 * would live again, tries and messages in passing mean nothing elsewhere. Everybody signs in again after a restore.
 */
export const LEFT_OUT: readonly string[] = [
  "proof_challenge",
  "session",
  "socket_io_attachments",
  "throttle",
];

/** Every table with the columns that hold facts: what the database computes itself is not copied. $1 left out. */
export const READ_TABLES = `
select c.relname as name, w.kind,
       array(select a.attname::text from pg_attribute a
              where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
              order by a.attnum) as columns,
       array(select distinct p.relname::text from pg_constraint k join pg_class p on p.oid = k.confrelid
              where k.contype = 'f' and k.conrelid = c.oid and k.confrelid <> c.oid order by 1) as "refersTo"
  from tds_wall w join pg_class c on c.relname = w.table_name and c.relnamespace = 'public'::regnamespace
 where w.kind <> 'system' and w.table_name <> all($1)
 order by c.relname`;

/** A sequence gives out numbers outside transactions, so it may be ahead of the snapshot, never behind it. */
export const READ_SEQUENCES = `
select sequencename as name, last_value::text as "lastValue" from pg_sequences
 where schemaname = 'public' and last_value is not null order by 1`;

export const READ_MIGRATIONS = `
select migration_name as name, checksum from _prisma_migrations
 where rolled_back_at is null and finished_at is not null order by 1`;

export const READ_CHAIN_ENDS = `
select commune_id as "communeId", seq::int as seq, encode(hash, 'hex') as hash from audit_head order by 1`;

export function copyStatement(
  table: string,
  columns: readonly string[],
  way: "to stdout" | "from stdin",
): string {
  const quote = (identifier: string) => `"${identifier.replaceAll('"', '""')}"`;
  return `copy public.${quote(table)} (${columns.map(quote).join(", ")}) ${way}`;
}
