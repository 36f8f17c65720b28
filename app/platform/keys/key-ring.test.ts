import { chmod, mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemRandom } from "../clock/system-clock.server.ts";
import { makeKeyRing, openKeyRing } from "./open-key-ring.server.ts";

const ring = makeKeyRing(new Uint8Array(32).fill(7), systemRandom);

describe("keys of the house", () => {
  it("gives every purpose and every use a key of its own, the same on every start", () => {
    const again = makeKeyRing(new Uint8Array(32).fill(7), systemRandom);
    expect(ring.derive("phone-lookup")).toEqual(again.derive("phone-lookup"));
    expect(ring.derive("phone-lookup")).toHaveLength(32);
    expect(ring.derive("phone-lookup")).not.toEqual(ring.derive("commune:7:person"));
    expect(ring.fingerprint("a", "text")).not.toBe(ring.fingerprint("b", "text"));
    expect(ring.fingerprint("a", "text")).toMatch(/^[0-9a-f]{64}$/);
    expect(makeKeyRing(new Uint8Array(32).fill(8), systemRandom).derive("x")).not.toEqual(ring.derive("x"));
  });

  it("keeps the derivation of the first release, or nothing sealed then would open", () => {
    expect(ring.derive("golden").toString("hex")).toBe(
      "45e758eaa31d26b1def30138ee252e5066eb53afae58d394987cebf1683072a8",
    );
    expect(ring.fingerprint("golden", "0912345678")).toBe(
      "231dca371bcbb74182b67a00b7ca1c26224aa52eba97c7940eabda25390e66ad",
    );
  });

  it("opens what it sealed, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(ring.open("note", ring.seal("note", text))).toBe(text);
      }),
    );
  });

  it("never seals twice to the same bytes", () => {
    expect(ring.seal("note", "như nhau")).not.toEqual(ring.seal("note", "như nhau"));
  });

  it("refuses sealed bytes of another purpose and sealed bytes that were changed anywhere", () => {
    const sealed = ring.seal("totp", "bí mật");
    expect(() => ring.open("phone", sealed)).toThrow();
    for (let index = 0; index < sealed.length; index++) {
      const changed = Uint8Array.from(sealed, (byte, at) => (at === index ? byte ^ 1 : byte));
      expect(() => ring.open("totp", changed), `byte ${index}`).toThrow();
    }
    for (let length = 0; length < sealed.length; length++) {
      expect(() => ring.open("totp", sealed.subarray(0, length)), `cut to ${length}`).toThrow();
    }
  });
});

describe("the master key file", () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(path.join(tmpdir(), "keys-"));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it("is made once, readable by its owner only, and read again afterwards", async () => {
    const first = await openKeyRing({ masterKeyFile: null, dataDir, random: systemRandom });
    const file = path.join(dataDir, "keys", "master.key");
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(path.dirname(file))).mode & 0o777).toBe(0o700);
    await chmod(file, 0o644);
    const second = await openKeyRing({ masterKeyFile: null, dataDir, random: systemRandom });
    expect(second.derive("x")).toEqual(first.derive("x"));
    expect((await stat(file)).mode & 0o777, "a widened file is narrowed again").toBe(0o600);
  });

  it("is one key when many processes start at once", async () => {
    const rings = await Promise.all(
      Array.from({ length: 8 }, () => openKeyRing({ masterKeyFile: null, dataDir, random: systemRandom })),
    );
    expect(new Set(rings.map((each) => each.derive("x").toString("hex"))).size).toBe(1);
  });

  it("is never invented when the operator named one", async () => {
    const masterKeyFile = path.join(dataDir, "absent.key");
    await expect(openKeyRing({ masterKeyFile, dataDir, random: systemRandom })).rejects.toThrow(
      "cannot be read",
    );
    await expect(readFile(masterKeyFile)).rejects.toThrow("ENOENT");
  });

  it("is refused when it does not hold a key", async () => {
    const masterKeyFile = path.join(dataDir, "short.key");
    await writeFile(masterKeyFile, "abc\n");
    await expect(openKeyRing({ masterKeyFile, dataDir, random: systemRandom })).rejects.toThrow(
      "64 hexadecimal",
    );
  });
});
