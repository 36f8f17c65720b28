import { crc32, deflateRawSync } from "node:zlib";

interface ZipFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const LOCAL = 0x04034b50;
const ENTRY = 0x02014b50;
const END = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, midnight: an archive that tells no time has the same bytes whenever it is made. */
const FIRST_DAY = 0x21;

/** Files as one archive (APPNOTE 6.3), deflated, in the order given and without anything of the machine it was made on. */
export function writeZip(files: readonly ZipFile[]): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name: text, bytes } of files) {
    const name = Buffer.from(text, "utf8");
    const packed = deflateRawSync(bytes, { level: 9 });
    const head = fields(
      [VERSION, 2],
      [UTF8_NAMES, 2],
      [DEFLATED, 2],
      [0, 2],
      [FIRST_DAY, 2],
      [crc32(bytes), 4],
      [packed.length, 4],
      [bytes.length, 4],
      [name.length, 2],
    );
    const local = Buffer.concat([fields([LOCAL, 4]), head, fields([0, 2]), name, packed]);
    const place = fields([0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(Buffer.concat([fields([ENTRY, 4], [VERSION, 2]), head, place, name]));
    locals.push(local);
    offset += local.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const { length } = files;
  const end = fields([END, 4], [0, 2], [0, 2], [length, 2], [length, 2], [size, 4], [offset, 4], [0, 2]);
  return Buffer.concat([...locals, ...directory, end]);
}

function fields(...values: readonly (readonly [value: number, bytes: 2 | 4])[]): Buffer {
  return Buffer.concat(
    values.map(([value, size]) => {
      const buffer = Buffer.alloc(size);
      buffer.writeUIntLE(value >>> 0, 0, size);
      return buffer;
    }),
  );
}
