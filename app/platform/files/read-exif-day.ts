const DATE_TIME = 0x0132;
const EXIF_FOLDER = 0x8769;
const DATE_TIME_ORIGINAL = 0x9003;
const ENTRY_BYTES = 12;
const DATE_BYTES = 10;
/** No camera writes more; a folder that claims to hold thousands is made to keep a reader busy. */
const ENTRIES_AT_MOST = 200;

/**
 * The day the camera says it took the picture, "2026-11-19"; null where it says none. Nothing else of what cameras
 * write (place, owner, number) is looked at.
 */
export function readExifDay(exif: Uint8Array): string | null {
  // Some decoders leave the marker's own six bytes in front.
  const body = exif.subarray(exif[0] === 0x45 && exif[1] === 0x78 ? 6 : 0);
  const view = new DataView(body.buffer, body.byteOffset, body.byteLength);
  try {
    const isLittle = view.getUint16(0) === 0x4949;
    const first = view.getUint32(4, isLittle);
    const folder = findEntry(view, first, EXIF_FOLDER, isLittle);
    const original =
      folder === null
        ? null
        : findEntry(view, view.getUint32(folder + 8, isLittle), DATE_TIME_ORIGINAL, isLittle);
    const entry = original ?? findEntry(view, first, DATE_TIME, isLittle);
    return entry === null ? null : readDay(view, view.getUint32(entry + 8, isLittle));
  } catch (error) {
    // Cut short or pointing outside itself: it says no day.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function findEntry(view: DataView, folder: number, tag: number, isLittle: boolean): number | null {
  const count = Math.min(view.getUint16(folder, isLittle), ENTRIES_AT_MOST);
  for (let index = 0; index < count; index++) {
    const entry = folder + 2 + index * ENTRY_BYTES;
    if (view.getUint16(entry, isLittle) === tag) return entry;
  }
  return null;
}

/** "2026:11:19 08:15:00" */
function readDay(view: DataView, at: number): string | null {
  const signs = Array.from({ length: DATE_BYTES }, (_, index) =>
    String.fromCharCode(view.getUint8(at + index)),
  );
  const match = /^(\d{4})[:-](\d{2})[:-](\d{2})$/.exec(signs.join(""));
  return match ? `${match[1]}-${match[2]}-${match[3]}` : null;
}
