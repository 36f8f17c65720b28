import { createHash } from "node:crypto";
import { mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import path from "node:path";

/** Below DATA_DIR, named in backups: nothing in it is ever changed, and nothing half-written is in it. */
const FILES_FOLDER = "files";
/** Beside it, on the same disk: what a crash leaves behind is in no backup. */
const ARRIVING_FOLDER = "arriving";
const SHA256_HEX = /^[0-9a-f]{64}$/;

export function filePath(dataDir: string, sha256: string): string {
  if (!SHA256_HEX.test(sha256)) throw new Error("a file is named by its SHA-256 and nothing else");
  return path.join(dataDir, FILES_FOLDER, sha256.slice(0, 2), sha256);
}

/**
 * Keeps bytes under their hash and answers once they and their name are on the disk: a row that names them may be
 * written then, and not before. Bytes that are there already are left alone.
 */
export async function keepFile(dataDir: string, bytes: Uint8Array, nonce: string): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const file = filePath(dataDir, sha256);
  const known = await stat(file).catch(() => null);
  if (known?.size === bytes.length) return sha256;
  const folder = path.dirname(file);
  const arriving = path.join(dataDir, ARRIVING_FOLDER);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await mkdir(arriving, { recursive: true, mode: 0o700 });
  const draft = path.join(arriving, `${sha256}.${nonce}`);
  try {
    const handle = await open(draft, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await flushFolder(folder);
  await flushFolder(path.dirname(folder));
  return sha256;
}

/** The bytes; null where there is no such file, which `verify` names. */
export async function readKeptFile(dataDir: string, sha256: string): Promise<Buffer | null> {
  return readFile(filePath(dataDir, sha256)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}

async function flushFolder(folder: string): Promise<void> {
  // Windows cannot open a folder; its file system journals the name by itself.
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
