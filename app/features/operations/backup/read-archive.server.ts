import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { extract } from "tar-stream";
import { type Manifest, manifestSchema, type PartInArchive } from "./manifest.schema.ts";

export const MANIFEST_ENTRY = "manifest.json";
const MANIFEST_BYTES_AT_MOST = 64 * 1024 * 1024;

/** The archive cannot be trusted; `part` says from where on. Nothing was written anywhere. */
export class DamagedBackup extends Error {
  override readonly name = "DamagedBackup";
  readonly part: string;
  constructor(part: string, why: string, cause?: unknown) {
    super(`The backup is damaged at ${part}: ${why}`, { cause });
    this.part = part;
  }
}

export interface ArchiveEntry {
  readonly name: string;
  readonly content: AsyncIterable<Buffer>;
}

/** Entries one by one in their order; each is to be read to its end before the next one comes. */
export async function* readEntries(file: string): AsyncGenerator<ArchiveEntry> {
  const unpacked = extract();
  const flow = pipeline(createReadStream(file), createGunzip(), unpacked);
  // Told through the entries below; by itself it would end the process.
  flow.catch(() => {});
  let last = "its beginning";
  try {
    for await (const entry of unpacked) {
      last = entry.header.name;
      yield { name: last, content: chunksOf(last, entry) };
    }
    await flow;
  } catch (error) {
    throw damageAt(last, error);
  } finally {
    unpacked.destroy();
  }
}

async function* chunksOf(name: string, entry: Readable): AsyncGenerator<Buffer> {
  try {
    yield* entry;
  } catch (error) {
    throw damageAt(name, error);
  }
}

function damageAt(part: string, error: unknown): DamagedBackup {
  if (error instanceof DamagedBackup) return error;
  return new DamagedBackup(part, "it cannot be unpacked any further", error);
}

/** Reads the whole archive once, holding nothing but names and hashes, and believes it only when all of it is right. */
export async function inspectArchive(file: string): Promise<Manifest> {
  const seen = new Map<string, PartInArchive>();
  let manifest: Manifest | null = null;
  for await (const { name, content } of readEntries(file)) {
    if (manifest !== null) throw new DamagedBackup(name, "it comes after the list of contents");
    if (name === MANIFEST_ENTRY) manifest = await readManifestEntry(content);
    else seen.set(name, await digest(name, content));
  }
  if (manifest === null)
    throw new DamagedBackup("its end", "the list of contents is missing, so it was cut off");
  compareWithManifest(manifest, seen);
  return manifest;
}

export function partsOf(manifest: Manifest): PartInArchive[] {
  return [...manifest.tables.flatMap((table) => table.parts), ...manifest.files];
}

export function comparePart(part: PartInArchive, found: PartInArchive | undefined): void {
  if (!found) throw new DamagedBackup(part.name, "it is missing");
  if (found.bytes !== part.bytes)
    throw new DamagedBackup(part.name, `it has ${found.bytes} bytes instead of ${part.bytes}`);
  if (found.sha256 !== part.sha256) throw new DamagedBackup(part.name, "its content is not what was written");
}

function compareWithManifest(manifest: Manifest, seen: ReadonlyMap<string, PartInArchive>): void {
  const parts = partsOf(manifest);
  for (const part of parts) comparePart(part, seen.get(part.name));
  const known = new Set(parts.map(({ name }) => name));
  for (const name of seen.keys())
    if (!known.has(name)) throw new DamagedBackup(name, "the list of contents does not know it");
}

async function readManifestEntry(content: AsyncIterable<Buffer>): Promise<Manifest> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of content) {
    bytes += chunk.length;
    if (bytes > MANIFEST_BYTES_AT_MOST) throw new DamagedBackup(MANIFEST_ENTRY, "it is too long");
    chunks.push(chunk);
  }
  try {
    return manifestSchema.parse(JSON.parse(Buffer.concat(chunks).toString("utf8")));
  } catch (error) {
    throw new DamagedBackup(
      MANIFEST_ENTRY,
      "it cannot be read, or another version of the program wrote it",
      error,
    );
  }
}

async function digest(name: string, content: AsyncIterable<Buffer>): Promise<PartInArchive> {
  const hash = createHash("sha256");
  let bytes = 0;
  for await (const chunk of content) {
    hash.update(chunk);
    bytes += chunk.length;
  }
  return { name, bytes, sha256: hash.digest("hex") };
}
