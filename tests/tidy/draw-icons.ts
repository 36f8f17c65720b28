import { readFileSync } from "node:fs";
import sharp from "sharp";

// The pictures a phone puts on its home screen, drawn from the one mark: npx tsx tests/tidy/draw-icons.ts
const mark = readFileSync("public/icon.svg");
const GROUND = "#007a4d";

for (const size of [192, 512]) {
  await sharp(mark, { density: (72 * size) / 100 })
    .resize(size, size)
    .png({ compressionLevel: 9, palette: true })
    .toFile(`public/icon-${size}.png`);
}

// A launcher cuts its own shape out: the mark keeps to the middle four fifths, on its own ground.
const inner = await sharp(mark, { density: 288 }).resize(410, 410).png().toBuffer();
await sharp({ create: { width: 512, height: 512, channels: 4, background: GROUND } })
  .composite([{ input: inner }])
  .png({ compressionLevel: 9, palette: true })
  .toFile("public/icon-maskable-512.png");
