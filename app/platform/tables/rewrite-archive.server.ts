import { crc32, deflateRawSync } from "node:zlib";
import {
  ARCHIVE_LIMITS,
  type ArchiveEntry,
  DEFLATED,
  ENTRY,
  LOCAL_ENTRY,
  packedBytesOf,
  readDirectory,
} from "./judge-archive.server.ts";

const END = 0x06054b50;
const VERSION = 20;
/** Names in UTF-8; every other mark of an entry says how it was packed, which is written anew. */
const UTF8_NAMES = 0x0800;
/** 1 January 1980, midnight: the beginning of time in archives. */
const FIRST_DAY = 0x21;

/** The same archive with some of its parts replaced; every other part is copied as it was packed. */
export function rewriteArchive(bytes: Uint8Array, parts: ReadonlyMap<string, string>): Buffer {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  const entries = readDirectory(archive, ARCHIVE_LIMITS.entries);
  if (entries === "too_large") throw new Error("an archive is rewritten after it was judged");
  for (const entry of entries) {
    const text = parts.get(entry.name);
    const packed = text === undefined ? packedBytesOf(archive, entry) : deflateRawSync(Buffer.from(text));
    const marks =
      text === undefined
        ? entry
        : {
            ...entry,
            method: DEFLATED,
            crc: crc32(Buffer.from(text)),
            packedBytes: packed.length,
            unpackedBytes: Buffer.byteLength(text),
          };
    const name = Buffer.from(entry.name, "latin1");
    const head = headOf(marks, name.length);
    const local = Buffer.concat([numbers([LOCAL_ENTRY, 4]), head, numbers([0, 2]), name, packed]);
    directory.push(
      Buffer.concat([
        numbers([ENTRY, 4], [VERSION, 2]),
        head,
        numbers([0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]),
        name,
      ]),
    );
    locals.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const count = directory.length;
  const end = numbers([END, 4], [0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...locals, ...directory, end]);
}

/** What a part says of itself both before its bytes and in the directory. */
function headOf(entry: ArchiveEntry, nameLength: number): Buffer {
  return numbers(
    [VERSION, 2],
    [entry.flags & UTF8_NAMES, 2],
    [entry.method, 2],
    [0, 2],
    [FIRST_DAY, 2],
    [entry.crc, 4],
    [entry.packedBytes, 4],
    [entry.unpackedBytes, 4],
    [nameLength, 2],
  );
}

function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    fields.map(([value, size]) => {
      const buffer = Buffer.alloc(size);
      buffer.writeUIntLE(value >>> 0, 0, size);
      return buffer;
    }),
  );
}
