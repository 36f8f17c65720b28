import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import path from "node:path";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { chooseLauncher } from "#app/platform/db/embedded/choose-launcher.server.ts";
import { findBinaries } from "#app/platform/db/embedded/find-binaries.server.ts";
import { isAlive, readPostmaster } from "#app/platform/db/embedded/read-postmaster.server.ts";
import { spawnProgram } from "#app/platform/db/embedded/run-program.server.ts";
import {
  APP_ROOT,
  bundleOpener,
  keptNotes,
  makeDataDir,
  makeNotes,
  openHouse,
  postgresOf,
  written,
} from "./openers.ts";

// Whole servers are made, killed and healed here, on a machine that may be busy with other tests.
vi.setConfig({ testTimeout: 120_000 });

beforeAll(bundleOpener);

describe("after kill -9 of the house", () => {
  it("the next start adopts the server that still runs, with every acknowledged row", async () => {
    await using house = await makeDataDir();
    const first = await openHouse(house.dataDir);
    await makeNotes(first.address);
    const server = await postgresOf(house.dataDir);
    first.send("write");
    await first.until(() => written(first).length > 100);
    await first.kill();
    expect(isAlive(server)).toBe(true);

    const second = await openHouse(house.dataDir);
    expect(await postgresOf(house.dataDir)).toBe(server);
    const kept = await keptNotes(house.dataDir, second.address);
    expect(written(first).filter((number) => !kept.has(number))).toEqual([]);
    await second.close();
    expect(isAlive(server)).toBe(false);
  });

  it("the next start replaces a server that another version left behind", async () => {
    await using house = await makeDataDir();
    const first = await openHouse(house.dataDir);
    await makeNotes(first.address);
    first.send("write");
    await first.until(() => written(first).length > 20);
    await first.kill();
    const server = await postgresOf(house.dataDir);
    process.kill(server, "SIGINT");
    while (isAlive(server)) await new Promise((resolve) => setTimeout(resolve, 10));
    // The same program under settings that this version does not use.
    const port = new URL(first.address).port;
    const launcher = chooseLauncher();
    const older = spawnProgram(
      { binaries: findBinaries(APP_ROOT), launcher },
      "postgres",
      [
        "-D",
        path.join(house.dataDir, "postgres"),
        "-p",
        port,
        "-c",
        "unix_socket_directories=",
        "-c",
        "cluster_name=older",
      ],
      { detached: true, stdio: "ignore" },
    );
    while (!(await readPostmaster(path.join(house.dataDir, "postgres")))?.port) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const second = await openHouse(house.dataDir);
    expect(await postgresOf(house.dataDir)).not.toBe(older.pid);
    const kept = await keptNotes(house.dataDir, second.address);
    expect(written(first).filter((number) => !kept.has(number))).toEqual([]);
    await second.close();
  });

  it("the server stands in a process group of its own, so that Ctrl+C does not reach it", async () => {
    await using house = await makeDataDir();
    const first = await openHouse(house.dataDir);
    const server = await postgresOf(house.dataDir);
    const stat = readFileSync(`/proc/${server}/stat`, "utf8");
    const [, , group, session] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    expect([Number(group), Number(session)]).toEqual([server, server]);
    await first.close();
  });
});

describe("after kill -9 of PostgreSQL", () => {
  it("a house that runs brings it back on its own and writes on, with every acknowledged row", async () => {
    await using house = await makeDataDir();
    const opener = await openHouse(house.dataDir);
    await makeNotes(opener.address);
    opener.send("write");
    for (let round = 1; round <= 3; round++) {
      const goal = written(opener).length + 60;
      await opener.until(() => written(opener).length > goal);
      process.kill(await postgresOf(house.dataDir), "SIGKILL");
    }
    const goal = written(opener).length + 60;
    await opener.until(() => written(opener).length > goal);
    const acknowledged = written(opener);
    const kept = await keptNotes(house.dataDir, opener.address);
    expect(acknowledged.filter((number) => !kept.has(number))).toEqual([]);
    await opener.close();
  });

  it("the next start heals the folder when the house died with it", async () => {
    await using house = await makeDataDir();
    const first = await openHouse(house.dataDir);
    await makeNotes(first.address);
    first.send("write");
    await first.until(() => written(first).length > 100);
    const server = await postgresOf(house.dataDir);
    first.child.kill("SIGKILL");
    process.kill(server, "SIGKILL");
    await first.kill();

    const second = await openHouse(house.dataDir);
    const kept = await keptNotes(house.dataDir, second.address);
    expect(written(first).filter((number) => !kept.has(number))).toEqual([]);
    await second.close();
  });

  it("a pid file whose number went to another program does not stop the start", async () => {
    await using house = await makeDataDir();
    await (await openHouse(house.dataDir)).close();
    const lines = [process.pid, path.join(house.dataDir, "postgres"), 1, 1, "", "127.0.0.1", "0 0", "ready"];
    await writeFile(path.join(house.dataDir, "postgres/postmaster.pid"), `${lines.join("\n")}\n`, {
      mode: 0o600,
    });
    await (await openHouse(house.dataDir)).close();
  });
});
