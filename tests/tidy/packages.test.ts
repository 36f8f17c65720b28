import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  compareVersions,
  type Floor,
  findBelowFloor,
  findIdleFloors,
  findLooseLocks,
  findRanges,
  findTooManyPackages,
  type Lock,
  type Waiver,
} from "./checks/packages.ts";

const lock: Lock = JSON.parse(readFileSync("package-lock.json", "utf8"));
const manifest: Record<string, unknown> = JSON.parse(readFileSync("package.json", "utf8"));
const { floors, waivers }: { floors: Record<string, Floor>; waivers: Waiver[] } = JSON.parse(
  readFileSync("tests/tidy/floors.json", "utf8"),
);

describe("packages", () => {
  it("none is older than the version that closed a known hole", () => {
    expect(findBelowFloor(lock, floors, waivers)).toEqual([]);
    expect(findIdleFloors(lock, floors)).toEqual([]);
  });

  it("the lock pins contents by hash and names no address", () => {
    expect(findLooseLocks(lock)).toEqual([]);
  });

  it("package.json asks for exact versions", () => {
    expect(findRanges(manifest)).toEqual([]);
  });

  it("production carries a bounded number of packages", () => {
    expect(findTooManyPackages(lock)).toEqual([]);
  });
});

describe("canaries of packages", () => {
  const old: Lock = {
    packages: { "": {}, "node_modules/a/node_modules/ws": { version: "8.20.9", dev: true } },
  };

  it("a nested package below its floor is found, and waived only where it is written down", () => {
    const floor = { ws: { floor: "8.21.0", because: "a hole" } };
    const waiver = {
      at: "node_modules/a/node_modules/ws",
      version: "8.20.9",
      written: "2026-11-20",
      because: "",
    };
    expect(findBelowFloor(old, floor)).toHaveLength(1);
    expect(findBelowFloor(old, floor, [waiver])).toEqual([]);
    expect(findBelowFloor(old, floor, [{ ...waiver, version: "8.20.8" }])).toHaveLength(1);
  });

  it("no waiver covers a package that runs in production", () => {
    const production: Lock = { packages: { "node_modules/ws": { version: "8.0.0" } } };
    const waiver = { at: "node_modules/ws", version: "8.0.0", written: "2026-11-20", because: "" };
    expect(findBelowFloor(production, { ws: { floor: "8.21.0", because: "a hole" } }, [waiver])).toHaveLength(
      1,
    );
  });

  it("versions compare by number and a pre-release comes first", () => {
    expect(compareVersions("8.9.0", "8.10.0")).toBeLessThan(0);
    expect(compareVersions("18.4.0-beta.17", "18.4.0")).toBeLessThan(0);
    expect(compareVersions("2.0.0", "2.0.0")).toBe(0);
  });

  it("an idle floor, an address, a missing hash, a range and a crowd are found", () => {
    expect(findIdleFloors({ packages: {} }, { ws: { floor: "1.0.0", because: "" } })).toHaveLength(1);
    expect(
      findLooseLocks({
        packages: { "node_modules/a": { resolved: "https://somewhere/a.tgz", integrity: "x" } },
      }),
    ).toHaveLength(1);
    expect(findLooseLocks({ packages: { "node_modules/a": { version: "1.0.0" } } })).toHaveLength(1);
    expect(findRanges({ dependencies: { a: "^1.0.0", b: "1.0.0", c: "latest" } })).toHaveLength(2);
    expect(findRanges({ overrides: { a: { b: "*", c: "1.0.0" } } })).toHaveLength(1);
    expect(findTooManyPackages(old, 0)).toEqual([]);
    expect(findTooManyPackages({ packages: { "node_modules/a": {}, "node_modules/b": {} } }, 1)).toHaveLength(
      1,
    );
    const builds = {
      "node_modules/a-linux": { os: ["linux"], cpu: ["x64"] },
      "node_modules/a-mac": { os: ["darwin"] },
    };
    expect(findTooManyPackages({ packages: builds }, 0)).toHaveLength(1);
    expect(findTooManyPackages({ packages: builds }, 1)).toEqual([]);
  });
});
