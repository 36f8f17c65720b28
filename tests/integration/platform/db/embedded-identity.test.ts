import { readdirSync, statSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pino from "pino";
import { beforeAll, describe, expect, it, vi } from "vitest";
import {
  namespaceLauncher,
  otherUserLauncher,
  readSystemUsers,
} from "#app/platform/db/embedded/choose-launcher.server.ts";
import { findBinaries } from "#app/platform/db/embedded/find-binaries.server.ts";
import { openEmbedded } from "#app/platform/db/embedded/open-embedded.server.ts";
import { APP_ROOT, bundleOpener, makeDataDir, openHouse, postgresOf, query, startOpener } from "./openers.ts";

// Whole servers are made, killed and healed here, on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 120_000 });

beforeAll(bundleOpener);

const log = pino({ level: "silent" });
const isRoot = process.getuid?.() === 0;

/** A folder with a program of its own that no install script has touched, closed to every other user. */
async function makeClosedCheckout(): Promise<{ home: string; appRoot: string } & AsyncDisposable> {
  const home = await mkdtemp(path.join(tmpdir(), "tds-home-"));
  const appRoot = path.join(home, "checkout");
  const { root } = findBinaries(APP_ROOT);
  const installed = path.dirname(root);
  const target = path.join(appRoot, path.relative(APP_ROOT, installed));
  await mkdir(path.dirname(target), { recursive: true });
  await writeFile(path.join(appRoot, "package.json"), '{"type":"module"}');
  await cp(installed, target, { recursive: true, filter: (source) => !isSymlink(source) });
  await cp(path.join(APP_ROOT, "prisma/migrations"), path.join(appRoot, "prisma/migrations"), {
    recursive: true,
  });
  return { home, appRoot, [Symbol.asyncDispose]: () => rm(home, { recursive: true, force: true }) };
}

function isSymlink(file: string): boolean {
  return (
    statSync(file, { throwIfNoEntry: false }) !== undefined &&
    readdirSync(path.dirname(file), { withFileTypes: true }).some(
      (entry) => entry.name === path.basename(file) && entry.isSymbolicLink(),
    )
  );
}

/** What only root can try is no part of an ordinary user's run: it is left out there, not skipped. */
function whereRoot<Declare>(declare: Declare): Declare | (() => void) {
  return isRoot ? declare : () => {};
}

whereRoot(describe)("started by root", () => {
  it("runs in a checkout under a closed home, under another identity, from packages as npm unpacked them", async () => {
    await using checkout = await makeClosedCheckout();
    expect(statSync(checkout.home).mode & 0o777).toBe(0o700);
    const dataDir = path.join(checkout.appRoot, ".data");
    const servers = await Promise.all(
      ["a", "b"].map((name) =>
        openEmbedded({ dataDir: path.join(dataDir, name), appRoot: checkout.appRoot, log }),
      ),
    );
    for (const server of servers) {
      expect(await query(server.superuserUrl("postgres"), "select 1 as one")).toEqual([{ one: 1 }]);
      await server.close();
    }
  });

  it("runs as another user where namespaces are refused, in the data folder where that user can reach it", async () => {
    await using house = await makeDataDir();
    const launcher = otherUserLauncher(readSystemUsers());
    const first = await openEmbedded({ dataDir: house.dataDir, appRoot: APP_ROOT, log, launcher });
    if (launcher.kind !== "other_user") throw new Error("not another user");
    expect(statSync(path.join(house.dataDir, "postgres")).uid).toBe(launcher.uid);
    expect(statSync(`/proc/${first.pid}`).uid).toBe(launcher.uid);
    expect(statSync(path.join(house.dataDir, "keys")).mode & 0o777).toBe(0o700);
    await query(first.superuserUrl("postgres"), "create table kept as select 1 as one");
    const secondOpener = openEmbedded({ dataDir: house.dataDir, appRoot: APP_ROOT, log });
    await expect(secondOpener).rejects.toThrow(/Another process/);
    await first.close();
    // Namespaces granted again: the folder still belongs to that user.
    const second = await openEmbedded({ dataDir: house.dataDir, appRoot: APP_ROOT, log });
    expect(statSync(`/proc/${second.pid}`).uid).toBe(launcher.uid);
    expect(await query(second.superuserUrl("postgres"), "select one from kept")).toEqual([{ one: 1 }]);
    await second.close();
  });

  it("takes data made in a namespace over to another user where namespaces are no longer granted", async () => {
    await using house = await makeDataDir();
    const first = await openEmbedded({ dataDir: house.dataDir, appRoot: APP_ROOT, log });
    await query(first.superuserUrl("postgres"), "create table kept as select 1 as one");
    await first.close();
    const launcher = otherUserLauncher(readSystemUsers());
    const second = await openEmbedded({ dataDir: house.dataDir, appRoot: APP_ROOT, log, launcher });
    expect(await query(second.superuserUrl("postgres"), "select one from kept")).toEqual([{ one: 1 }]);
    await second.close();
  });

  it("keeps the database under /var/lib where namespaces are refused and the home is closed", async () => {
    await using checkout = await makeClosedCheckout();
    const dataDir = path.join(checkout.appRoot, ".data");
    const launcher = otherUserLauncher(readSystemUsers());
    const wish = { dataDir, appRoot: checkout.appRoot, log, launcher };
    const first = await openEmbedded(wish);
    const place = (await readFile(path.join(dataDir, "postgres-elsewhere"), "utf8")).trim();
    try {
      expect(place).toMatch(/^\/var\/lib\//);
      await query(first.superuserUrl("postgres"), "create table kept as select 1 as one");
      await expect(openEmbedded(wish)).rejects.toThrow(/Another process/);
      await first.close();
      const second = await openEmbedded({ dataDir, appRoot: checkout.appRoot, log });
      expect(await query(second.superuserUrl("postgres"), "select one from kept")).toEqual([{ one: 1 }]);
      await second.close();
    } finally {
      await rm(place, { recursive: true, force: true });
    }
  });

  it("takes the namespace where the kernel grants it", () => {
    expect(namespaceLauncher(readSystemUsers())).toMatchObject({ kind: "namespace" });
    expect(namespaceLauncher([])).toBeNull();
    expect(() => otherUserLauncher([])).toThrow(/no other user/);
  });
});

describe("started by an ordinary user", () => {
  whereRoot(it)("does not open a folder that belongs to another, and says so", async () => {
    await using house = await makeDataDir();
    await (await openHouse(house.dataDir)).close();
    const nobody = otherUserLauncher(readSystemUsers());
    if (nobody.kind !== "other_user") throw new Error("not another user");
    const answer = await startOpener(house.dataDir, { uid: nobody.uid, gid: nobody.gid }).answer;
    expect(answer).toMatchObject({
      kind: "refused",
      message: expect.stringMatching(/belongs to another user/),
    });
  });

  it("runs under that user", async () => {
    await using house = await makeDataDir();
    const nobody = readSystemUsers().find((user) => user.name === "nobody");
    if (isRoot && nobody) {
      const { chown } = await import("node:fs/promises");
      await chown(house.dataDir, nobody.uid, nobody.gid);
    }
    const opener = await openHouse(
      house.dataDir,
      isRoot && nobody ? { uid: nobody.uid, gid: nobody.gid } : {},
    );
    const uid = isRoot && nobody ? nobody.uid : process.getuid?.();
    expect(statSync(`/proc/${await postgresOf(house.dataDir)}`).uid).toBe(uid);
    await opener.close();
  });
});
