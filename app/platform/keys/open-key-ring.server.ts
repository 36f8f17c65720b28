import { createCipheriv, createDecipheriv, createHmac, hkdfSync } from "node:crypto";
import { chmod, type FileHandle, link, mkdir, open, readFile, unlink } from "node:fs/promises";
import path from "node:path";
import type { RandomSource } from "../clock/clock.ts";
import type { KeyRing } from "./key-ring.ts";

export interface KeyRingOptions {
  /** A file the operator keeps, never made here; null for the house's own file in dataDir. */
  readonly masterKeyFile: string | null;
  readonly dataDir: string;
  readonly random: RandomSource;
}

const MASTER_KEY_BYTES = 32;
const MASTER_KEY_TEXT = /^[0-9a-f]{64}\n?$/;
const HKDF_SALT = "thi-dua-so";

const CIPHER = "aes-256-gcm";
const SEAL_VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const SEAL_OVERHEAD_BYTES = 1 + NONCE_BYTES + TAG_BYTES;

export function masterKeyPath(options: Pick<KeyRingOptions, "masterKeyFile" | "dataDir">): string {
  return options.masterKeyFile ?? path.join(options.dataDir, "keys", "master.key");
}

/** Reads the master key; the house's own file is made on the first start. */
export async function openKeyRing(options: KeyRingOptions): Promise<KeyRing> {
  const file = masterKeyPath(options);
  if (options.masterKeyFile === null) await keepOwnMasterKey(file, options.random);
  return makeKeyRing(await readMasterKey(file), options.random);
}

export function makeKeyRing(masterKey: Uint8Array, random: RandomSource): KeyRing {
  if (masterKey.length !== MASTER_KEY_BYTES) throw new Error(`a master key has ${MASTER_KEY_BYTES} bytes`);

  // Each use has a namespace, so that a key handed out by derive() never opens a seal of the same purpose.
  const keyFor = (use: "derive" | "fingerprint" | "seal", purpose: string): Buffer => {
    if (purpose === "") throw new Error("a key needs a purpose");
    return Buffer.from(hkdfSync("sha256", masterKey, HKDF_SALT, `${use}/${purpose}`, 32));
  };

  return {
    derive: (purpose) => keyFor("derive", purpose),

    fingerprint: (purpose, text) =>
      createHmac("sha256", keyFor("fingerprint", purpose)).update(text, "utf8").digest("hex"),

    seal(purpose, plaintext) {
      const nonce = random.bytes(NONCE_BYTES);
      const cipher = createCipheriv(CIPHER, keyFor("seal", purpose), nonce, { authTagLength: TAG_BYTES });
      cipher.setAAD(Buffer.from(purpose, "utf8"));
      const body = Buffer.concat([cipher.update(plaintext, "utf8"), cipher.final()]);
      return new Uint8Array(Buffer.concat([Uint8Array.of(SEAL_VERSION), nonce, body, cipher.getAuthTag()]));
    },

    open(purpose, sealed) {
      if (sealed[0] !== SEAL_VERSION || sealed.length < SEAL_OVERHEAD_BYTES)
        throw new Error("not a seal of this house");
      const nonce = sealed.subarray(1, 1 + NONCE_BYTES);
      const decipher = createDecipheriv(CIPHER, keyFor("seal", purpose), nonce, { authTagLength: TAG_BYTES });
      decipher.setAAD(Buffer.from(purpose, "utf8"));
      decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
      const body = sealed.subarray(1 + NONCE_BYTES, -TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString("utf8");
    },
  };
}

async function readMasterKey(file: string): Promise<Buffer> {
  const text = await readFile(file, "utf8").catch((cause: unknown) => {
    throw new Error(`the master key ${file} cannot be read`, { cause });
  });
  if (!MASTER_KEY_TEXT.test(text)) throw new Error(`the master key ${file} must hold 64 hexadecimal digits`);
  return Buffer.from(text.trim(), "hex");
}

/**
 * A key that vanished half written would make every sealed secret unreadable: the file appears whole, is flushed
 * to disk before its name exists, and of two processes that start at once the second takes the first one's key.
 */
async function keepOwnMasterKey(file: string, random: RandomSource): Promise<void> {
  const folder = path.dirname(file);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${Buffer.from(random.bytes(6)).toString("hex")}.new`;
  if (await exists(file)) {
    await chmod(file, 0o600);
    return;
  }
  const handle = await open(draft, "w", 0o600);
  try {
    await handle.writeFile(`${Buffer.from(random.bytes(MASTER_KEY_BYTES)).toString("hex")}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    await unlink(draft);
  }
  await flushFolder(folder);
}

async function exists(file: string): Promise<boolean> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(file, "r");
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  } finally {
    await handle?.close();
  }
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
