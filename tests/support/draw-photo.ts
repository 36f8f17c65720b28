import { randomBytes } from "node:crypto";
import sharp from "sharp";

/** A picture like no other, as a phone's camera would hand it over. */
export async function drawPhoto(seed: number): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
  const [width, height] = [960, 720];
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at++) {
    const [x, y] = [Math.floor(at / 3) % width, Math.floor(at / 3 / width)];
    pixels[at] = (((x * seed) >> 3) + ((y * (seed + 2)) >> 2) + (at % 3) * 60 * seed) & 255;
  }
  const buffer = await sharp(pixels, { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 85 })
    .toBuffer();
  return { name: `IMG_${seed}.jpg`, mimeType: "image/jpeg", buffer };
}

/** A small picture of chance, too rich to be made smaller: it takes several pieces on its way. */
export function drawNoise(): Promise<Buffer> {
  const [width, height] = [200, 150];
  return sharp(randomBytes(width * height * 3), { raw: { width, height, channels: 3 } })
    .jpeg({ quality: 90 })
    .toBuffer();
}
