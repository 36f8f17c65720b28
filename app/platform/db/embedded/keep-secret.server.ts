import { randomBytes } from "node:crypto";
import { chmod, link, mkdir, open, readFile, rm } from "node:fs/promises";
import path from "node:path";

const SECRET_BYTES = 32;

/**
 * Reads the named secret of the folder, or makes it. Whoever comes first decides: the file appears whole under
 * its name or not at all, so several processes read one secret.
 */
export async function keepSecret(folder: string, name: string): Promise<string> {
  const file = path.join(folder, name);
  const known = await readIfThere(file);
  if (known !== null) return known;

  await mkdir(folder, { recursive: true, mode: 0o700 });
  await chmod(folder, 0o700);
  const draft = path.join(folder, `.${name}.${randomBytes(6).toString("hex")}`);
  const handle = await open(draft, "wx", 0o600);
  try {
    await handle.writeFile(`${randomBytes(SECRET_BYTES).toString("base64url")}\n`);
    await handle.sync();
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await handle.close();
    await rm(draft, { force: true });
  }
  return (await readFile(file, "utf8")).trim();
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}
