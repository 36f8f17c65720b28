import { parentPort, workerData } from "node:worker_threads";
import sharp, { type Sharp } from "sharp";
import type { ApartTasks, PhotoShaping } from "#app/platform/apart/apart.ts";
import { readExifDay } from "#app/platform/files/read-exif-day.ts";

/** A picture of 31 kB may unpack to a gigabyte; no phone takes more than this. */
const PIXELS_AT_MOST = 50_000_000;
const LARGE_SIDE = 1_600;
const SMALL_SIDE = 320;
const DECODE_SECONDS = 10;
const HASH_WIDTH = 9;
const HASH_HEIGHT = 8;

sharp.concurrency(1);
sharp.cache(false);

parentPort?.postMessage(await shape((workerData as ApartTasks["shape-photo"]["input"]).bytes));

/** Decoded and encoded anew: nothing the camera wrote into the file is in the result, and nothing but a picture. */
async function shape(bytes: Uint8Array): Promise<PhotoShaping> {
  const open = () =>
    sharp(bytes, {
      limitInputPixels: PIXELS_AT_MOST,
      failOn: "error",
      pages: 1,
      sequentialRead: false,
    }).timeout({
      seconds: DECODE_SECONDS,
    });
  try {
    const { exif, width, height } = await open().metadata();
    if (width * height > PIXELS_AT_MOST) return { ok: false, code: "photo_too_many_pixels" };
    const upright = open().rotate();
    const large = await encode(upright, LARGE_SIDE, 80);
    const small = await encode(sharp(large.data), SMALL_SIDE, 70);
    return {
      ok: true,
      large: new Uint8Array(large.data),
      small: new Uint8Array(small.data),
      width: large.info.width,
      height: large.info.height,
      dhash: await hash(sharp(large.data)),
      takenOn: exif === undefined ? null : readExifDay(exif),
    };
  } catch (error) {
    const isTooLarge = error instanceof Error && /pixel limit/i.test(error.message);
    return { ok: false, code: isTooLarge ? "photo_too_many_pixels" : "photo_unreadable" };
  }
}

function encode(picture: Sharp, side: number, quality: number) {
  return picture
    .clone()
    .resize({ width: side, height: side, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .webp({ quality, effort: 3 })
    .toBuffer({ resolveWithObject: true });
}

/** 64 comparisons of neighbours in a picture of 9 by 8 greys: re-encoding and light change few of them. */
async function hash(picture: Sharp): Promise<bigint> {
  const greys = await picture
    .greyscale()
    .resize(HASH_WIDTH, HASH_HEIGHT, { fit: "fill", kernel: "cubic" })
    .raw()
    .toBuffer();
  let bits = 0n;
  for (let y = 0; y < HASH_HEIGHT; y++) {
    for (let x = 0; x < HASH_WIDTH - 1; x++) {
      const at = y * HASH_WIDTH + x;
      bits = (bits << 1n) | ((greys[at] ?? 0) > (greys[at + 1] ?? 0) ? 1n : 0n);
    }
  }
  return BigInt.asIntN(64, bits);
}
