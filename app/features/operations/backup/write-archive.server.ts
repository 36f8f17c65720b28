import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { type Pack, pack } from "tar-stream";
import type { PartInArchive } from "./manifest.schema.ts";

export interface ArchiveWriter {
  /** One entry from memory. */
  addBytes(name: string, bytes: Buffer): Promise<PartInArchive>;
  /** A stream of unknown length, as numbered entries of a few megabytes each. */
  addStream(name: string, stream: Readable): Promise<PartInArchive[]>;
  /** A file of known size, read as it is written. */
  addFile(name: string, file: string, bytes: number): Promise<PartInArchive>;
}

const PART_BYTES = 8 * 1024 * 1024;
const ONLY_ITS_OWNER = 0o600;

/**
 * A gzipped tar that any tool can open. It appears under its name only when it is whole and on the disk; what a
 * crash leaves behind is called ".partial".
 */
export async function writeArchive(
  file: string,
  fill: (archive: ArchiveWriter) => Promise<void>,
): Promise<void> {
  const partial = `${file}.partial`;
  const archive = pack();
  const written = pipeline(
    archive,
    createGzip({ level: 6 }),
    createWriteStream(partial, { mode: ONLY_ITS_OWNER }),
  );
  try {
    await Promise.race([
      fill(writerOf(archive)),
      written.then(() => Promise.reject(new Error("the archive was closed early"))),
    ]);
    archive.finalize();
    await written;
    await flush(partial);
    await rename(partial, file);
  } catch (error) {
    archive.destroy();
    await written.catch(() => {});
    await rm(partial, { force: true });
    throw error;
  }
}

function writerOf(archive: Pack): ArchiveWriter {
  // Written through the entry's stream, never handed over whole: only the stream waits for the disk.
  const addBytes = async (name: string, bytes: Buffer): Promise<PartInArchive> => {
    const entry = archive.entry({ name, size: bytes.length, mode: ONLY_ITS_OWNER });
    await pipeline(Readable.from([bytes]), entry);
    return { name, bytes: bytes.length, sha256: createHash("sha256").update(bytes).digest("hex") };
  };
  return {
    addBytes,
    async addStream(name, stream) {
      const parts: PartInArchive[] = [];
      const add = async (bytes: Buffer) => {
        parts.push(await addBytes(`${name}/${String(parts.length + 1).padStart(6, "0")}`, bytes));
      };
      let held: Buffer[] = [];
      let heldBytes = 0;
      for await (const chunk of stream) {
        held.push(chunk);
        heldBytes += chunk.length;
        if (heldBytes < PART_BYTES) continue;
        await add(Buffer.concat(held));
        held = [];
        heldBytes = 0;
      }
      if (heldBytes > 0) await add(Buffer.concat(held));
      return parts;
    },
    async addFile(name, file, bytes) {
      const hash = createHash("sha256");
      const entry = archive.entry({ name, size: bytes, mode: ONLY_ITS_OWNER });
      // The size is promised in the header: what is added to a file meanwhile is left for the next backup.
      const source = createReadStream(file, bytes === 0 ? {} : { end: bytes - 1 });
      source.on("data", (chunk) => hash.update(chunk));
      await pipeline(source, entry);
      return { name, bytes, sha256: hash.digest("hex") };
    },
  };
}

async function flush(file: string): Promise<void> {
  const handle = await open(file, "r+");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
