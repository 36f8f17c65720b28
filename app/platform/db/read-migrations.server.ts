import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

export interface Migration {
  readonly name: string;
  readonly script: string;
  /** As Prisma's engine records it. */
  readonly checksum: string;
}

/** The migrations that belong to this build, in the order they apply. */
export async function readMigrations(appRoot: string): Promise<Migration[]> {
  const folder = path.join(appRoot, "prisma/migrations");
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const script = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, script, checksum: createHash("sha256").update(script).digest("hex") };
    }),
  );
}
