import type { Pool } from "pg";
import type { Logger } from "pino";
import { COLLATION_PROBE, ROLE_FACTS, TABLE_FACTS } from "./check-walls.sql.ts";
import { ROLE_NAMES } from "./database-address.ts";
import type { Preparation } from "./preparation.ts";
import { GLOBAL_TABLES, SYSTEM_TABLES } from "./tables.ts";

interface RoleFacts {
  readonly name: string;
  readonly isSuperuser: boolean;
  readonly bypassesRowSecurity: boolean;
  readonly createsRoles: boolean;
  readonly memberOf: readonly string[];
}

interface TableFacts {
  readonly schema: string;
  readonly name: string;
  readonly owner: string;
  readonly isWalled: boolean;
  readonly kind: "commune" | "append_only" | "global" | "audit" | "system" | null;
  readonly isAudited: boolean | null;
  readonly hasCommune: boolean;
  /** Name and condition of each policy that speaks to the application. */
  readonly policies: readonly string[];
  readonly mayUpdate: boolean;
  readonly mayDelete: boolean;
  readonly mayInsert: boolean;
  readonly mayTruncate: boolean;
  readonly triggers: readonly string[];
}

/** The house does not run on a database whose walls have holes. Its message names each. */
export class WallsBroken extends Error {
  override readonly name = "WallsBroken";
  readonly holes: readonly string[];
  constructor(holes: readonly string[]) {
    super(
      `The database would not keep communes apart or records unchanged:\n${holes.map((hole) => `- ${hole}`).join("\n")}`,
    );
    this.holes = holes;
  }
}

/** The start-up self-test, run as the application's own login. Throws WallsBroken. */
export async function checkWalls(
  app: Pool,
  preparations: readonly Preparation[],
  log: Logger,
): Promise<void> {
  const holes = await findHoles(app, preparations);
  if (holes.length > 0) throw new WallsBroken(holes);
  const { rows } = await app.query<{ isVietnamese: boolean }>(COLLATION_PROBE);
  if (!rows[0]?.isVietnamese) {
    log.warn("the database does not sort Vietnamese: create it with locale_provider icu and icu_locale vi");
  }
}

/** Every hole as a sentence; none when the walls stand. */
export async function findHoles(app: Pool, preparations: readonly Preparation[]): Promise<string[]> {
  const role = (await app.query<RoleFacts>(ROLE_FACTS)).rows[0];
  if (!role) return ["the application's login does not exist"];
  // Nothing below can be believed of a role that no privilege check binds.
  const roleHoles = judgeRole(role);
  if (roleHoles.length > 0) return roleHoles;
  const tables = (await app.query<TableFacts>(TABLE_FACTS)).rows;
  const known = new Set(tables.map((table) => table.name));
  const lost = GLOBAL_TABLES.filter((name) => !known.has(name)).map((name) => `the table ${name} is missing`);
  return [...lost, ...tables.flatMap((table) => judgeTable(table, role, preparations))];
}

function judgeRole(role: RoleFacts): string[] {
  const holes: string[] = [];
  if (role.isSuperuser) holes.push(`the application logs in as ${role.name}, a superuser`);
  if (role.bypassesRowSecurity)
    holes.push(`the application's login ${role.name} bypasses row-level security`);
  if (role.createsRoles) holes.push(`the application's login ${role.name} may make other logins`);
  for (const other of role.memberOf)
    holes.push(`the application's login ${role.name} is a member of ${other}`);
  if (role.name !== ROLE_NAMES.app) {
    holes.push(`the application logs in as ${role.name}; the migrations grant to ${ROLE_NAMES.app}`);
  }
  return holes;
}

function judgeTable(table: TableFacts, role: RoleFacts, preparations: readonly Preparation[]): string[] {
  const name = table.schema === "public" ? table.name : `${table.schema}.${table.name}`;
  const holes: string[] = [];
  if (table.owner === role.name) holes.push(`${name} is owned by the application's login`);
  if (preparations.some((preparation) => isMadeBy(preparation, table))) return holes;
  if (table.schema !== "public") return [...holes, `${name} lies in a schema that nothing declares`];

  const isGlobal = GLOBAL_TABLES.includes(table.name);
  const isSystem = SYSTEM_TABLES.includes(table.name);
  if (isSystem) {
    if (table.mayInsert || table.mayUpdate || table.mayDelete || table.mayTruncate)
      holes.push(`the application may change ${name}`);
    return holes;
  }
  if (table.mayTruncate) holes.push(`the application may empty ${name}`);
  if (isGlobal !== (table.kind === "global")) {
    holes.push(
      isGlobal
        ? `${name} is listed as a table of the whole house, but its migration does not call tds_global_table`
        : `${name} is a table of the whole house, but app/platform/db/tables.ts does not list it`,
    );
  }
  if (table.kind === null)
    holes.push(
      `${name} has no wall: its migration calls none of tds_commune_table, tds_append_only, tds_global_table`,
    );
  if (table.isAudited) holes.push(...judgeAudit(table));
  if (!isGlobal && table.kind !== null && table.kind !== "global") holes.push(...judgeWall(table));
  return holes;
}

function judgeWall(table: TableFacts): string[] {
  const holes: string[] = [];
  if (!table.isWalled) holes.push(`row-level security is not forced on ${table.name}`);
  if (
    !table.policies.some((policy) => policy.startsWith("commune_wall ") && policy.includes("app.communes"))
  ) {
    holes.push(`${table.name} lost its commune policy`);
  }
  for (const policy of table.policies) {
    if (/ \(?true\)?$/.test(policy))
      holes.push(`a policy of ${table.name} lets the application see every commune`);
  }
  if (table.kind === "append_only" || table.kind === "audit") {
    if (table.mayUpdate || table.mayDelete)
      holes.push(`the application may change or delete rows of ${table.name}`);
    const isHead = table.name === "audit_head";
    if (!isHead && !table.triggers.includes("append_only"))
      holes.push(`${table.name} lost the trigger that refuses changes`);
  }
  if (table.kind === "audit" && table.mayInsert) holes.push(`the application may write ${table.name} itself`);
  return holes;
}

const AUDIT_TRIGGERS = ["audit_delete", "audit_insert", "audit_truncate", "audit_update"];

function judgeAudit(table: TableFacts): string[] {
  return AUDIT_TRIGGERS.filter((name) => !table.triggers.includes(name)).map(
    (name) => `${table.name} lost its trigger ${name}: changes would not be recorded`,
  );
}

function isMadeBy(preparation: Preparation, table: TableFacts): boolean {
  if (table.schema === "public") return preparation.tables?.includes(table.name) ?? false;
  return preparation.schema === table.schema;
}
