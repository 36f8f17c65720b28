import { crc32 } from "node:zlib";
import sharp from "sharp";

/** Keyword under which programs for badges look for the credential in a picture (Open Badges 3.0, section 5.3). */
const KEYWORD = "openbadgecredential";
const SIGNATURE_BYTES = 8;
const HEAD_BYTES = 8;
const CRC_BYTES = 4;
const SIDE = 512;

/** The medal with its credential inside, as one PNG. */
export async function bakeBadge(medal: string, credential: string): Promise<Buffer> {
  const png = await sharp(Buffer.from(medal, "utf8"), { density: 144 }).resize(SIDE, SIDE).png().toBuffer();
  // Right after IHDR, the first chunk of every PNG.
  const afterHead = SIGNATURE_BYTES + HEAD_BYTES + png.readUInt32BE(SIGNATURE_BYTES) + CRC_BYTES;
  return Buffer.concat([png.subarray(0, afterHead), textChunk(credential), png.subarray(afterHead)]);
}

/** iTXt, not compressed, in no language (PNG, section 11.3.4.5). */
function textChunk(text: string): Buffer {
  const body = Buffer.concat([Buffer.from(`iTXt${KEYWORD}\0\0\0\0\0`, "latin1"), Buffer.from(text, "utf8")]);
  const chunk = Buffer.alloc(body.length + CRC_BYTES + 4);
  chunk.writeUInt32BE(body.length - 4, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}
