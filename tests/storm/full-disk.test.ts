import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { rm, statfs, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, it } from "vitest";
import { CHECKERS, LOGGERS, VISITORS } from "#tests/support/inhabitants.ts";
import { goThrough, type Scene, setScene } from "./fault-rounds.ts";
import { judgePhotographs, startPhotographers } from "./photographers.ts";
import { startScaledHouse } from "./scaled-house.ts";

const ROUNDS = Number(process.env.STORM_ROUNDS ?? 10);
const TEAMS = [CHECKERS, LOGGERS, VISITORS];
const STORM_MS = 1_800_000;
/** A fresh database with its log of changes at the most that it keeps. */
const POSTGRES_MEGABYTES = 900;
const FILES_MEGABYTES = 64;

interface SmallDisk {
  readonly folder: string;
  fill(): Promise<void>;
  empty(): Promise<void>;
  remove(): void;
}

/** A disk in memory. Null, said aloud, where nobody may mount one. */
function mountSmallDisk(megabytes: number): SmallDisk | null {
  const folder = mkdtempSync(path.join(tmpdir(), "small-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=755`, "tmpfs", folder], {
      stdio: "pipe",
    });
  } catch (error) {
    rmSync(folder, { recursive: true });
    process.stderr.write(`\n*** SKIPPED, for want of the right to mount a small disk: ${error}\n\n`);
    return null;
  }
  const ballast = path.join(folder, "ballast");
  return {
    folder,
    async fill() {
      // Others write meanwhile: what is free is taken until nothing is.
      for (let part = 0; ; part++) {
        const { bavail, bsize } = await statfs(folder);
        if (bavail === 0) return;
        await writeFile(`${ballast}-${part}`, Buffer.alloc(bavail * bsize)).catch(() => {});
      }
    },
    async empty() {
      for (let part = 0; part < 100; part++) await rm(`${ballast}-${part}`, { force: true });
    },
    remove() {
      execFileSync("umount", ["-l", folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const postgresDisk = mountSmallDisk(POSTGRES_MEGABYTES);
const filesDisk = postgresDisk && mountSmallDisk(FILES_MEGABYTES);
const house =
  postgresDisk && filesDisk
    ? await startScaledHouse({
        webs: 2,
        workers: 1,
        teams: TEAMS,
        postgres: { parent: postgresDisk.folder },
        dataDir: path.join(filesDisk.folder, "data"),
      })
    : null;

describe.skipIf(!house)("a full disk", { timeout: STORM_MS }, () => {
  if (!house || !postgresDisk || !filesDisk) return;
  let scene: Scene;
  beforeAll(async () => {
    scene = await setScene(house, TEAMS);
  }, STORM_MS);
  afterAll(async () => {
    await house.remove();
    postgresDisk.remove();
    filesDisk.remove();
  }, STORM_MS);

  it("SECURITY G19: the disk of PostgreSQL is full, in every second round to the point where it cannot write its log", () =>
    goThrough(scene, {
      name: "Disk of PostgreSQL full",
      rounds: ROUNDS,
      async begin(round) {
        await postgresDisk.fill();
        if (round % 2 === 1) await fillTheLog(house.postgres.superuserUrl);
      },
      end: () => postgresDisk.empty(),
      seconds: () => 4,
    }));

  it("SECURITY G19: the disk of the photographs is full: what was acknowledged is there, the rest is told and sent again", async () => {
    const photographers = startPhotographers(house.origin, scene.pairs);
    await goThrough(scene, {
      name: "Disk of the photographs full",
      rounds: ROUNDS,
      begin: () => filesDisk.fill(),
      end: () => filesDisk.empty(),
      seconds: () => 4,
    });
    await judgePhotographs(house, await photographers.stop());
  });
});

/** Makes it begin file after file of its log, until there is no room for another and it has to give up. */
async function fillTheLog(superuserUrl: string): Promise<void> {
  const superuser = new Client({ connectionString: superuserUrl });
  superuser.on("error", () => {});
  await superuser.connect();
  try {
    for (let file = 0; file < 40; file++)
      await superuser.query(
        "select pg_logical_emit_message(false, 'storm', repeat('x', 1000)), pg_switch_wal()",
      );
  } catch {
    // It gave up, as it should.
  } finally {
    await superuser.end().catch(() => {});
  }
}
