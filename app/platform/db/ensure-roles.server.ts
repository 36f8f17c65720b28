import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { type DatabaseRole, ROLE_NAMES } from "./database-address.ts";

export type RolePasswords = Readonly<Record<DatabaseRole, string>>;

/**
 * Makes the three logins and their database, or brings them to what they must be. The passwords come from the
 * keys folder, so a restored folder and a restored database agree again after one start.
 */
export async function ensureRoles(
  superuserUrl: string,
  database: string,
  passwords: RolePasswords,
): Promise<void> {
  const client = new Client({ connectionString: superuserUrl, application_name: "tds roles" });
  await client.connect();
  try {
    for (const [role, name] of Object.entries(ROLE_NAMES) as [DatabaseRole, string][]) {
      const known = await client.query("select from pg_roles where rolname = $1", [name]);
      const verb = known.rowCount === 0 ? "create" : "alter";
      await client.query(
        `${verb} role ${escapeIdentifier(name)} login nosuperuser nobypassrls nocreatedb nocreaterole noreplication
           noinherit password ${escapeLiteral(passwords[role])}`,
      );
    }
    const known = await client.query("select from pg_database where datname = $1", [database]);
    const quoted = escapeIdentifier(database);
    if (known.rowCount === 0) await client.query(`create database ${quoted} owner ${ROLE_NAMES.owner}`);
    await client.query(`revoke all on database ${quoted} from public`);
    await client.query(`grant connect on database ${quoted} to ${ROLE_NAMES.app}, ${ROLE_NAMES.maintain}`);
  } finally {
    await client.end();
  }
}
