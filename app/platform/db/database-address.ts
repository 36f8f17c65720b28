export type DatabaseRole = "owner" | "app" | "maintain";

/** Where the database answers, once for each role. The addresses hold passwords: never logged. */
export type DatabaseAddresses = Readonly<Record<DatabaseRole, string>>;

/** The logins the migrations grant to. A server of the province makes them under these names. */
export const ROLE_NAMES: Readonly<Record<DatabaseRole, string>> = {
  owner: "tds_owner",
  app: "tds_app",
  maintain: "tds_maintain",
};
