import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { readPhoto } from "#app/features/activity-log/read-photo.server.ts";
import { receivePhoto } from "#app/features/photos/receive-photo.server.ts";
import { uploadPhoto } from "#app/features/photos/upload-photo.server.ts";
import { filePath } from "#app/platform/files/file-store.server.ts";
import { readExifDay } from "#app/platform/files/read-exif-day.ts";
import { loader as photoDoor } from "#app/routes/api/photo.ts";
import { pngOfSides } from "#tests/support/png-of-sides.ts";
import {
  type Logger,
  type LoggingTeam,
  makeLoggingTeam,
  rowsOf,
  send,
  work,
} from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { makePicture, withCamera } from "./pictures.ts";

const office = testOffice();
let team: LoggingTeam;
let next = 0;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const upload = async (by: Logger, bytes: Uint8Array, id = freshId()) =>
  uploadPhoto(await by.caller(), { id, bytes });
const picture = () => makePicture(++next);

describe("a photo that arrives", () => {
  it("T4, G12: made smaller on the phone, brings the day the phone read before; a day in the file goes first", async () => {
    const receive = async (bytes: Uint8Array, takenOn: string) => {
      const fields = new FormData();
      fields.set("id", freshId());
      fields.set("photo", new Blob([new Uint8Array(bytes)]), "photo.jpg");
      fields.set("takenOn", takenOn);
      const verdict = await receivePhoto(await team.lan.caller(), fields);
      return verdict.ok ? verdict.value.takenOn : verdict;
    };
    expect(await receive(await picture(), "2026-11-18")).toBe("2026-11-18");
    expect(await receive(await picture(), "yesterday")).toBeNull();
    expect(await receive(await withCamera(await picture()), "2026-11-18")).toBe("2026-11-19");
  });

  it("T4, G12: is small, clean of what the camera wrote, and keeps the day alone", async () => {
    const source = await withCamera(await makePicture(++next, { width: 3_000, height: 2_000 }));
    expect((await sharp(source).metadata()).exif).toBeDefined();
    const verdict = await upload(team.lan, source);
    expect(verdict).toMatchObject({ ok: true, value: { width: 1600, height: 1067, takenOn: "2026-11-19" } });
    const [row] = await rowsOf(
      office,
      team,
      "select *, encode(sha256, 'hex') as hex, encode(thumb_sha256, 'hex') as thumb from photo",
    );
    for (const [hex, bytes] of [
      [row.hex, row.byte_count],
      [row.thumb, row.thumb_byte_count],
    ]) {
      const kept = await readFile(filePath(office.platform.config.dataDir, hex));
      expect(kept).toHaveLength(bytes);
      expect(createHash("sha256").update(kept).digest("hex")).toBe(hex);
      const { exif, icc, xmp, iptc, format, width, height } = await sharp(kept).metadata();
      expect({ exif, icc, xmp, iptc, format }).toEqual({ format: "webp" });
      expect(Math.max(width, height)).toBeLessThanOrEqual(1600);
      expect(kept.includes("Vsmart")).toBe(false);
    }
    expect(Buffer.from(row.source_sha256)).toEqual(createHash("sha256").update(source).digest());
  });

  it("lies as it was held, not as the sensor wrote it", async () => {
    const lying = await sharp(await picture())
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    expect(await upload(team.lan, lying)).toMatchObject({ ok: true, value: { width: 900, height: 1200 } });
  });

  it("sent again is the same photo; the same picture of somebody else is found again", async () => {
    const [bytes, id] = [await picture(), freshId()];
    const first = await upload(team.lan, bytes, id);
    expect(await upload(team.lan, bytes, id)).toEqual(first);
    expect(await upload(team.lan, await picture(), id)).toEqual({ ok: false, code: "photo_id_reused" });
    expect(await upload(team.minh, bytes, id)).toEqual({ ok: false, code: "photo_id_reused" });
    expect(await upload(team.minh, bytes)).toEqual(first);
    expect(await rowsOf(office, team, "select id from photo")).toHaveLength(1);
    expect(await rowsOf(office, team, "select id from photo_upload")).toHaveLength(2);
  });

  it("two sendings of one picture at once make one photo", async () => {
    const bytes = await picture();
    const answers = await Promise.all([
      upload(team.lan, bytes),
      upload(team.minh, bytes),
      upload(team.lan, bytes),
    ]);
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(await rowsOf(office, team, "select id from photo")).toHaveLength(1);
  });
});

describe("what is no photo", () => {
  it("is refused by what it is, whatever it is called, and the house stays up", async () => {
    const good = await picture();
    const hostile: [string, Uint8Array, string][] = [
      ["nothing", new Uint8Array(), "photo_missing"],
      ["eleven megabytes", new Uint8Array(11 * 1024 * 1024).fill(0xff), "photo_too_large"],
      ["text", Buffer.from("xin chào"), "photo_not_a_picture"],
      [
        "SVG",
        Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>'),
        "photo_not_a_picture",
      ],
      ["HTML", Buffer.from("<!doctype html><script>alert(1)</script>"), "photo_not_a_picture"],
      ["PDF", Buffer.from("%PDF-1.7\n%âãÏÓ\n"), "photo_not_a_picture"],
      ["GIF", Buffer.from("GIF89a\x01\x00\x01\x00\x00\x00\x00;"), "photo_not_a_picture"],
      ["HEIC", Buffer.from("\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic", "latin1"), "photo_is_heic"],
      ["a JPEG's first bytes alone", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), "photo_unreadable"],
      ["cut in the middle", good.subarray(0, good.length / 2), "photo_unreadable"],
      [
        "a JPEG's head on a script",
        Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.from("<script>")]),
        "photo_unreadable",
      ],
      ["a bomb of 900 megapixels", pngOfSides(30_000, 30_000, 200), "photo_too_many_pixels"],
    ];
    for (const [what, bytes, code] of hostile) {
      expect([what, await upload(team.lan, bytes)]).toEqual([
        what,
        expect.objectContaining({ ok: false, code }),
      ]);
    }
    expect(await rowsOf(office, team, "select id from photo")).toEqual([]);
    expect(await upload(team.lan, good)).toMatchObject({ ok: true });
  });

  it("hides nothing behind its end: what was appended is not kept", async () => {
    const tail = Buffer.from("<script>fetch('/')</script>PK\x03\x04");
    await upload(team.lan, Buffer.concat([await picture(), tail]));
    const [row] = await rowsOf(office, team, "select encode(sha256, 'hex') as hex from photo");
    const kept = await readFile(filePath(office.platform.config.dataDir, row.hex));
    expect(kept.includes("script")).toBe(false);
  });

  it("a camera's broken notes say no day and break nothing", () => {
    for (const bytes of [
      [],
      [0x49, 0x49],
      [0x49, 0x49, 42, 0, 255, 255, 255, 255],
      Array(40).fill(0xff),
      [0x45, 0x78],
    ])
      expect(readExifDay(new Uint8Array(bytes))).toBeNull();
  });
});

describe("who may look", () => {
  it("T12: whoever sent it and whoever may read its record; for all others there is no such photo", async () => {
    const sent = await upload(team.lan, await picture());
    const photoId = sent.ok ? sent.value.photoId : "";
    const sees = async (who: Logger) => (await readPhoto(await who.caller(), photoId, "small")) !== null;
    expect(await sees(team.lan)).toBe(true);
    expect(await sees(team.leader)).toBe(false);
    await send(team.lan, work([{ householdId: team.households[0] ?? "", slot: 1 }], { photos: [photoId] }));
    expect([await sees(team.leader), await sees(team.deputy), await sees(team.officer)]).toEqual([
      true,
      true,
      true,
    ]);
    expect([await sees(team.minh), await sees(team.far)]).toEqual([false, false]);
    const stranger = await makeLoggingTeam(office);
    expect(await sees(stranger.leader)).toBe(false);
  });

  it("is served as a picture and nothing else, kept by the reader's browser alone", async () => {
    const sent = await upload(team.lan, await picture());
    const photoId = sent.ok ? sent.value.photoId : "";
    const lan = await team.commune.browser(team.lan.accountId);
    const large = await lan.get(photoDoor, `/anh/${photoId}`, { photoId });
    const small = await lan.get(photoDoor, `/anh/${photoId}?co=nho`, { photoId });
    expect(large.status).toBe(200);
    expect(large.headers.get("Content-Type")).toBe("image/webp");
    expect(large.headers.get("Cache-Control")).toBe("private, max-age=31536000, immutable");
    expect(large.headers.get("Content-Security-Policy")).toBe("default-src 'none'; sandbox");
    expect(small.body.length).toBeLessThan(large.body.length);
    const far = await team.commune.browser(team.far.accountId);
    for (const id of [photoId, freshId(), "x"])
      expect((await far.get(photoDoor, `/anh/${id}`, { photoId: id })).status).toBe(404);
  });

  it("T4: nobody puts a picture on a record that they did not send", async () => {
    const sent = await upload(team.lan, await picture());
    const photoId = sent.ok ? sent.value.photoId : "";
    await expect(send(team.minh, work([{}], { photos: [photoId] }))).rejects.toThrow("photo_unknown");
  });
});
