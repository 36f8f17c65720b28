import { readFile } from "node:fs/promises";
import path from "node:path";
import { Client } from "pg";

/** Reads a running house's own PostgreSQL as the maintainer does: what is really there, past the program. */
export async function askDatabase<Row extends object>(
  dataDir: string,
  sql: string,
  values: readonly unknown[] = [],
): Promise<Row[]> {
  const pidFile = (await readFile(path.join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n");
  const client = new Client({
    host: "127.0.0.1",
    port: Number(pidFile[3]),
    user: "tds_maintain",
    database: "thi_dua_so",
    password: (await readFile(path.join(dataDir, "keys/database-maintain"), "utf8")).trim(),
  });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [...values])).rows;
  } finally {
    await client.end();
  }
}

export async function postgresPid(dataDir: string): Promise<number> {
  return Number((await readFile(path.join(dataDir, "postgres/postmaster.pid"), "utf8")).split("\n")[0]);
}
