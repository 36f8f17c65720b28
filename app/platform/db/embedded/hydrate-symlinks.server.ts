import { readFile, symlink } from "node:fs/promises";
import path from "node:path";
import type { Binaries } from "./cluster.ts";

interface Link {
  readonly source: string;
  readonly target: string;
}

/**
 * npm packages carry no symbolic links; the package lists them for an install script, and install scripts are
 * off here. Several processes may do this at once: a link that is there is left alone.
 */
export async function hydrateSymlinks(binaries: Binaries): Promise<void> {
  const packageFolder = path.dirname(binaries.root);
  const links = await readLinks(path.join(binaries.root, "pg-symlinks.json"));
  for (const { source, target } of links) {
    const at = path.join(packageFolder, target);
    const to = path.relative(path.dirname(at), path.join(packageFolder, source));
    try {
      await symlink(to, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw unwritable(at, error);
    }
  }
}

async function readLinks(file: string): Promise<Link[]> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as Link[];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

function unwritable(at: string, cause: unknown): Error {
  return new Error(`Cannot complete the PostgreSQL that npm installed: ${at} cannot be made by this user.`, {
    cause,
  });
}
