import { readExifDay } from "#app/platform/files/read-exif-day.ts";

/** What a camera writes about a picture stands at its beginning. */
const HEAD_BYTES = 128 * 1_024;
const EXIF_NAME = [0x45, 0x78, 0x69, 0x66, 0x00, 0x00];
const APP1 = 0xffe1;

/** The day the phone says it took the picture, read before making it smaller loses it; null where it says none. */
export async function readPhotoDay(file: Blob): Promise<string | null> {
  try {
    const exif = findExif(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()));
    return exif === null ? null : readExifDay(exif);
  } catch {
    return null;
  }
}

/** The part of a JPEG that holds the camera's notes. */
function findExif(bytes: Uint8Array): Uint8Array | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 4 <= bytes.length) {
    const marker = view.getUint16(at);
    const length = view.getUint16(at + 2);
    // Anything but a marker with a length: the picture itself begins.
    if (marker < 0xff01 || marker === 0xffda || length < 2) return null;
    const body = bytes.subarray(at + 4, at + 2 + length);
    if (marker === APP1 && EXIF_NAME.every((byte, index) => body[index] === byte)) return body.slice();
    at += 2 + length;
  }
  return null;
}
