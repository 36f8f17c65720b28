import sharp from "sharp";

/** A picture of its own for each number: a few soft shapes, as a hall or a yard would be, not noise. */
export async function makePicture(
  number: number,
  wish: { width?: number; height?: number } = {},
): Promise<Buffer> {
  const { width = 1_200, height = 900 } = wish;
  const next = randomOf(number);
  const shapes = Array.from({ length: 14 }, () => {
    const [x, y, size] = [next() * width, next() * height, (0.06 + next() * 0.22) * width];
    const colour = `rgb(${[next(), next(), next()].map((part) => Math.floor(part * 256)).join(",")})`;
    return next() < 0.5
      ? `<circle cx="${x}" cy="${y}" r="${size}" fill="${colour}"/>`
      : `<rect x="${x - size}" y="${y - size}" width="${2 * size}" height="${size * (0.5 + next())}" fill="${colour}"/>`;
  });
  const light = `<linearGradient id="g" x1="${next()}" y1="${next()}" x2="${next()}" y2="${next()}"><stop offset="0" stop-color="#234"/><stop offset="1" stop-color="#eed"/></linearGradient>`;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${light}</defs><rect width="100%" height="100%" fill="url(#g)"/>${shapes.join("")}</svg>`;
  return sharp(Buffer.from(svg)).blur(4).jpeg({ quality: 90 }).toBuffer();
}

/** As a phone's camera would send it: with a day, a place and an owner written into the file. */
export function withCamera(picture: Buffer, takenAt = "2026:11:19 08:15:00"): Promise<Buffer> {
  return sharp(picture)
    .withExif({
      IFD0: { Make: "Vsmart", Artist: "Nguyen Van A", DateTime: takenAt },
      IFD2: { DateTimeOriginal: takenAt },
      IFD3: { GPSLatitudeRef: "N", GPSLatitude: "21/1 42/1 0/1" },
    })
    .jpeg({ quality: 90 })
    .toBuffer();
}

export const ALTERATIONS: Readonly<Record<string, (picture: Buffer) => Promise<Buffer>>> = {
  "encoded again": (picture) => sharp(picture).jpeg({ quality: 45 }).toBuffer(),
  "as PNG": (picture) => sharp(picture).png().toBuffer(),
  "made smaller": (picture) => sharp(picture).resize({ width: 500 }).jpeg({ quality: 80 }).toBuffer(),
  brighter: (picture) => sharp(picture).modulate({ brightness: 1.2 }).jpeg({ quality: 85 }).toBuffer(),
  darker: (picture) => sharp(picture).modulate({ brightness: 0.8 }).jpeg({ quality: 85 }).toBuffer(),
  "cut at the edges": async (picture) => {
    const { width = 0, height = 0 } = await sharp(picture).metadata();
    const [left, top] = [Math.round(width * 0.02), Math.round(height * 0.02)];
    return sharp(picture)
      .extract({ left, top, width: width - 2 * left, height: height - 2 * top })
      .jpeg({ quality: 85 })
      .toBuffer();
  },
};

/** Mulberry32: the same pictures in every run. */
function randomOf(seed: number): () => number {
  let state = seed * 0x9e3779b1;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
