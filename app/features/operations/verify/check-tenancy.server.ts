import { escapeIdentifier } from "pg";
import { streamRows } from "../stream-rows.server.ts";
import type { Check, Finding, VerifyContext } from "./check.ts";

interface Reference {
  readonly name: string;
  readonly child: string;
  readonly parent: string;
  readonly childColumns: readonly string[];
  readonly parentColumns: readonly string[];
  readonly childKey: readonly string[];
  readonly childCommune: string | null;
  readonly parentCommune: string | null;
}

const READ_REFERENCES = `
select con.conname as name, child.relname as child, parent.relname as parent,
       array(select a.attname::text from unnest(con.conkey) with ordinality k (n, position)
               join pg_attribute a on a.attrelid = con.conrelid and a.attnum = k.n order by k.position) as "childColumns",
       array(select a.attname::text from unnest(con.confkey) with ordinality k (n, position)
               join pg_attribute a on a.attrelid = con.confrelid and a.attnum = k.n order by k.position) as "parentColumns",
       array(select a.attname::text from pg_index i cross join unnest(i.indkey) with ordinality k (n, position)
               join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.n
              where i.indrelid = con.conrelid and i.indisprimary order by k.position) as "childKey",
       cw.commune_column as "childCommune", pw.commune_column as "parentCommune"
  from pg_constraint con
  join pg_class child on child.oid = con.conrelid and child.relnamespace = 'public'::regnamespace
  join pg_class parent on parent.oid = con.confrelid
  left join tds_wall cw on cw.table_name = child.relname
  left join tds_wall pw on pw.table_name = parent.relname
 where con.contype = 'f' order by child.relname, con.conname`;

/** References of the ledger that a trigger keeps for a whole statement at once: declared, each would be asked per line. */
const KEPT_BY_TRIGGER: readonly Reference[] = [
  ["member", "member_id", "id"],
  ["team", "team_id", "id"],
  ["village", "village_id", "id"],
  ["month", "month_id", "id"],
  ["scheme_version", "scheme_version", "version"],
  ["claim", "claim_id", "id"],
  ["claim_decision", "decision_id", "id"],
].map(([parent = "", column = "", key = ""]) => ({
  name: `ledger_guard (${column})`,
  child: "ledger_line",
  parent,
  childColumns: ["commune_id", column],
  parentColumns: ["commune_id", key],
  childKey: ["commune_id", "seq"],
  childCommune: "commune_id",
  parentCommune: "commune_id",
}));

/** V11: what a row points to is there, and belongs to the same commune. */
export const tenancyCheck: Check = {
  id: "V11",
  title: "every reference leads to a row that is there and belongs to the same commune",
  async *run({ client }: VerifyContext) {
    const { rows } = await client.query<Reference>(READ_REFERENCES);
    for (const reference of [...rows, ...KEPT_BY_TRIGGER]) {
      if (!carriesCommune(reference)) {
        const says = `refers to ${reference.parent} without naming the commune, so it could cross to another one`;
        yield { table: reference.child, row: `constraint ${reference.name}`, says };
      }
      for await (const row of streamRows<StrayRow>(client, straySql(reference)))
        yield describe(reference, row);
    }
  },
};

function carriesCommune({ childCommune, parentCommune, childColumns, parentColumns }: Reference): boolean {
  if (childCommune === null || parentCommune === null) return true;
  return childColumns.some(
    (column, index) => column === childCommune && parentColumns[index] === parentCommune,
  );
}

interface StrayRow {
  readonly key: string;
  readonly childCommune: number | null;
  readonly parentCommune: number | null;
  readonly isThere: boolean;
}

function straySql(reference: Reference): string {
  const { child, parent, childColumns, parentColumns, childKey, childCommune, parentCommune } = reference;
  const quoted = (alias: string, column: string) => `${alias}.${escapeIdentifier(column)}`;
  const joined = childColumns.map(
    (column, index) => `${quoted("c", column)} = ${quoted("p", parentColumns[index] ?? "")}`,
  );
  const isComplete = childColumns.map((column) => `${quoted("c", column)} is not null`).join(" and ");
  const isThere = `${quoted("p", parentColumns[0] ?? "")} is not null`;
  const ours = childCommune ? quoted("c", childCommune) : "null::int";
  const theirs = parentCommune ? quoted("p", parentCommune) : "null::int";
  const crosses = childCommune && parentCommune ? ` or ${ours} <> ${theirs}` : "";
  const key =
    childKey.length > 0
      ? `concat_ws(', ', ${childKey.map((column) => quoted("c", column)).join(", ")})`
      : "c.ctid::text";
  return `
select ${key} as key, ${ours} as "childCommune", ${theirs} as "parentCommune", ${isThere} as "isThere"
  from public.${escapeIdentifier(child)} c
  left join public.${escapeIdentifier(parent)} p on ${joined.join(" and ")}
 where ${isComplete} and (not (${isThere})${crosses})`;
}

function describe(reference: Reference, { key, childCommune, parentCommune, isThere }: StrayRow): Finding {
  const way = `${reference.childColumns.join(", ")} of ${reference.parent}`;
  const says = isThere
    ? `belongs to commune ${childCommune}, but ${way} leads to commune ${parentCommune}`
    : `${way} leads to a row that is not there`;
  return { table: reference.child, row: key, says };
}
