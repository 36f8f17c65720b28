import sharp from "sharp";
import { describe, expect, it } from "vitest";
import { readPhotoDay } from "./photo-day.ts";

const camera = (takenAt: string) =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: "#864" } })
    .withExif({ IFD0: { Make: "Vsmart" }, IFD2: { DateTimeOriginal: takenAt } })
    .jpeg()
    .toBuffer();

describe("the day of a picture, on the phone", () => {
  it("is read from what the camera wrote, before the picture is made smaller", async () => {
    expect(await readPhotoDay(new Blob([await camera("2026:11:19 08:15:00")]))).toBe("2026-11-19");
  });

  it("is none where the file says none, is cut short, or is no picture", async () => {
    const plain = await sharp({ create: { width: 4, height: 4, channels: 3, background: "#fff" } })
      .jpeg()
      .toBuffer();
    const whole = await camera("2026:11:19 08:15:00");
    for (const bytes of [
      plain,
      whole.subarray(0, 30),
      Buffer.from("GIF89a"),
      Buffer.alloc(0),
      Buffer.from([0xff, 0xd8, 0xff, 0xe1]),
    ])
      expect(await readPhotoDay(new Blob([bytes]))).toBeNull();
  });
});
