import sharp from "sharp";
import { renderSVG } from "uqr";

const SIDE_PX = 376;

/** For documents that keep pictures as points. */
export function drawQrPng(text: string): Promise<Buffer> {
  return sharp(Buffer.from(renderSVG(text, { ecc: "M", border: 2 })))
    .resize(SIDE_PX, SIDE_PX, { kernel: "nearest" })
    .png({ palette: true, colours: 2 })
    .toBuffer();
}
