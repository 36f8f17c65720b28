import { escapeIdentifier, type Pool } from "pg";
import type { Preparation } from "./preparation.ts";

/** What no migration can say for tables that libraries make by themselves, and for the migrations' own record. */
export async function grantAccess(owner: Pool, preparations: readonly Preparation[]): Promise<void> {
  const statements = [
    "grant usage on schema public to tds_app, tds_maintain",
    "grant usage, select on all sequences in schema public to tds_app, tds_maintain",
    "grant select on _prisma_migrations to tds_app, tds_maintain",
    ...preparations.flatMap(grantsOf),
  ];
  await owner.query(statements.join(";\n"));
}

function grantsOf(preparation: Preparation): string[] {
  const rights = "select, insert, update, delete";
  const own = (preparation.tables ?? []).map(
    (table) => `grant ${rights} on public.${escapeIdentifier(table)} to tds_app, tds_maintain`,
  );
  if (!preparation.schema) return own;
  const schema = escapeIdentifier(preparation.schema);
  return [
    ...own,
    `grant usage on schema ${schema} to tds_app, tds_maintain`,
    `grant ${rights} on all tables in schema ${schema} to tds_app, tds_maintain`,
    `grant usage, select, update on all sequences in schema ${schema} to tds_app, tds_maintain`,
    `grant execute on all functions in schema ${schema} to tds_app, tds_maintain`,
  ];
}
