import { readFile } from "node:fs/promises";
import path from "node:path";
import type { Pool, PoolClient } from "pg";
import { READ_STRUCTURE } from "./structure.sql.ts";

/** What a database that the migrations have just made looks like; a test keeps the file true. */
export const MANIFEST_FILE = "prisma/structure.txt";

export async function readManifest(appRoot: string): Promise<string[]> {
  return factsOf(await readFile(path.join(appRoot, MANIFEST_FILE), "utf8"));
}

export async function readStructure(database: Pool | PoolClient): Promise<string[]> {
  const { rows } = await database.query<{ fact: string }>(READ_STRUCTURE);
  return rows.map(({ fact }) => fact);
}

export function manifestText(facts: readonly string[]): string {
  return `${facts.join("\n")}\n`;
}

function factsOf(text: string): string[] {
  return text.split("\n").filter((line) => line !== "");
}
