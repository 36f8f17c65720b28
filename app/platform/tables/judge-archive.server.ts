import { inflateRawSync } from "node:zlib";

const END_OF_DIRECTORY = 0x06054b50;
export const ENTRY = 0x02014b50;
export const LOCAL_ENTRY = 0x04034b50;
const LONGEST_COMMENT = 0xffff;
const STORED = 0;
export const DEFLATED = 8;

export interface ArchiveLimits {
  readonly unpackedBytes: number;
  readonly entries: number;
}

/** A commune's lists unpack to a few megabytes; what is far beyond them was made to break the reader. */
export const ARCHIVE_LIMITS: ArchiveLimits = { unpackedBytes: 100 * 1024 * 1024, entries: 2_000 };

export type ArchiveVerdict = "fits" | "too_large" | "unreadable";

/**
 * Whether a zip archive may be unpacked. The sizes its directory states are added up first, which costs nothing;
 * then each entry is unpacked against its stated size, because a directory can lie.
 */
export function judgeArchive(bytes: Uint8Array, limits: ArchiveLimits = ARCHIVE_LIMITS): ArchiveVerdict {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const entries = readDirectory(archive, limits.entries);
    if (entries === "too_large") return "too_large";
    const stated = entries.reduce((sum, { unpackedBytes }) => sum + unpackedBytes, 0);
    if (stated > limits.unpackedBytes) return "too_large";
    return entries.every((entry) => unpacksAsStated(archive, entry)) ? "fits" : "too_large";
  } catch {
    return "unreadable";
  }
}

/** One entry of an archive that fits; null where it has none of that name. */
export function readArchiveEntry(bytes: Uint8Array, name: string): Buffer | null {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(archive, ARCHIVE_LIMITS.entries);
  const entry = entries === "too_large" ? undefined : entries.find((each) => each.name === name);
  if (!entry) return null;
  const packed = packedBytesOf(archive, entry);
  return entry.method === STORED
    ? packed
    : inflateRawSync(packed, { maxOutputLength: entry.unpackedBytes + 1 });
}

/** The names in an archive that fits. */
export function listArchive(bytes: Uint8Array): string[] {
  const entries = readDirectory(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    ARCHIVE_LIMITS.entries,
  );
  return entries === "too_large" ? [] : entries.map(({ name }) => name);
}

export interface ArchiveEntry {
  /** One character for each byte. */
  readonly name: string;
  readonly flags: number;
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
  readonly offset: number;
}

export function readDirectory(archive: Buffer, most: number): ArchiveEntry[] | "too_large" {
  const end = findEnd(archive);
  const count = archive.readUInt16LE(end + 10);
  if (count > most) return "too_large";
  const entries: ArchiveEntry[] = [];
  let at = archive.readUInt32LE(end + 16);
  for (let index = 0; index < count; index++) {
    if (archive.readUInt32LE(at) !== ENTRY) throw new Error("the directory is broken");
    entries.push({
      name: archive.toString("latin1", at + 46, at + 46 + archive.readUInt16LE(at + 28)),
      flags: archive.readUInt16LE(at + 8),
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      packedBytes: archive.readUInt32LE(at + 20),
      unpackedBytes: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42),
    });
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  return entries;
}

function findEnd(archive: Buffer): number {
  const earliest = Math.max(0, archive.length - 22 - LONGEST_COMMENT);
  for (let at = archive.length - 22; at >= earliest; at--) {
    if (archive.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  }
  throw new Error("no archive");
}

export function packedBytesOf(archive: Buffer, { packedBytes, offset }: ArchiveEntry): Buffer {
  if (archive.readUInt32LE(offset) !== LOCAL_ENTRY) throw new Error("an entry is not where it should be");
  const start = offset + 30 + archive.readUInt16LE(offset + 26) + archive.readUInt16LE(offset + 28);
  return archive.subarray(start, start + packedBytes);
}

function unpacksAsStated(archive: Buffer, entry: ArchiveEntry): boolean {
  const { method, packedBytes, unpackedBytes } = entry;
  const packed = packedBytesOf(archive, entry);
  if (method === STORED) return packedBytes === unpackedBytes;
  if (method !== DEFLATED) throw new Error("packed in a way workbooks are not");
  try {
    return inflateRawSync(packed, { maxOutputLength: unpackedBytes + 1 }).length === unpackedBytes;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") return false;
    throw error;
  }
}
