import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, statSync } from "node:fs";
import { chmod, chown, cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Logger } from "pino";
import { chooseLauncher, type Launcher } from "./choose-launcher.server.ts";
import type { Binaries, Cluster } from "./cluster.ts";
import { findBinaries } from "./find-binaries.server.ts";
import { hydrateSymlinks } from "./hydrate-symlinks.server.ts";
import { keepSecret } from "./keep-secret.server.ts";
import { readPostmaster } from "./read-postmaster.server.ts";

type OtherUser = Launcher & { kind: "other_user" };

/** Decides where the data and the program lie, and who runs it. */
export async function layOutCluster(wish: {
  readonly dataDir: string;
  readonly appRoot: string;
  readonly log: Logger;
  readonly launcher?: Launcher;
}): Promise<Cluster> {
  const { dataDir, log } = wish;
  const installed = findBinaries(wish.appRoot);
  await hydrateSymlinks(installed);
  const superuserPassword = await openFolder(dataDir);
  const settledHome = (await readElsewhere(dataDir)) ?? dataDir;
  const launcher = wish.launcher ?? ownerOf(path.join(settledHome, "postgres")) ?? chooseLauncher();

  let home = settledHome;
  let binaries = installed;
  if (launcher.kind === "other_user") {
    home = await openTo(launcher, dataDir, settledHome, log);
    if (!canEnter(launcher, path.join(installed.root, "lib"))) binaries = await copyBinaries(installed);
  }
  const folder = path.join(home, "postgres");
  return { folder, logFile: `${folder}.log`, binaries, launcher, superuserPassword, log };
}

async function openFolder(dataDir: string): Promise<string> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 });
    return await keepSecret(path.join(dataDir, "keys"), "database-superuser");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EACCES") throw error;
    throw new Error(
      `The data folder ${dataDir} belongs to another user. Start as that user, or give this one a DATA_DIR of its own.`,
      { cause: error },
    );
  }
}

/** Root runs the server of a folder as whoever the folder belongs to already. */
function ownerOf(folder: string): Launcher | null {
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (process.getuid?.() !== 0 || owner === undefined || owner.uid === 0) return null;
  return { kind: "other_user", uid: owner.uid, gid: owner.gid };
}

const SHARED_HOME = "/var/lib/thi-dua-so";
const ELSEWHERE_FILE = "postgres-elsewhere";

/**
 * Lets the other user reach the database. It stays in the data folder where that can be reached; under a closed
 * home it lives in /var/lib, and a file in the data folder says where.
 */
async function openTo(
  launcher: OtherUser,
  dataDir: string,
  settledHome: string,
  log: Logger,
): Promise<string> {
  if (settledHome !== dataDir) return settledHome;
  const folder = path.join(dataDir, "postgres");
  // The folder's own contents stay closed; this lets pass through.
  await chmod(dataDir, 0o711);
  if (canEnter(launcher, dataDir)) {
    await giveTo(launcher, folder);
    return dataDir;
  }
  await chmod(dataDir, 0o700);
  if (existsSync(folder)) {
    throw new Error(
      `PostgreSQL refuses to run as root, and no other user can reach ${folder}: start as an ordinary user, ` +
        "or move DATA_DIR out of the closed home.",
    );
  }
  const name = createHash("sha256").update(path.resolve(dataDir)).digest("hex").slice(0, 16);
  const home = path.join(SHARED_HOME, name);
  await mkdir(home, { recursive: true });
  await chmod(SHARED_HOME, 0o755);
  await chown(home, launcher.uid, launcher.gid);
  await chmod(home, 0o700);
  await writeFile(path.join(dataDir, ELSEWHERE_FILE), `${home}\n`);
  log.warn({ home }, "no other user can reach the data folder, so the database lives elsewhere");
  return home;
}

/** Data that root made when namespaces were still granted. */
async function giveTo(launcher: OtherUser, folder: string): Promise<void> {
  const owner = statSync(folder, { throwIfNoEntry: false });
  if (owner === undefined || owner.uid === launcher.uid || (await readPostmaster(folder)) !== null) return;
  execFileSync("chown", ["-R", `${launcher.uid}:${launcher.gid}`, folder]);
}

function canEnter(launcher: OtherUser, folder: string): boolean {
  const { uid, gid } = launcher;
  return (
    spawnSync("/bin/sh", ["-c", 'cd -- "$1"', "sh", folder], { uid, gid, cwd: "/", stdio: "ignore" })
      .status === 0
  );
}

async function readElsewhere(dataDir: string): Promise<string | null> {
  try {
    return (await readFile(path.join(dataDir, ELSEWHERE_FILE), "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

/** Copied whole under another name first, so that a half copy is never run. */
async function copyBinaries(installed: Binaries): Promise<Binaries> {
  const root = path.join(SHARED_HOME, `postgresql-${installed.version}`);
  if (!existsSync(root)) {
    await mkdir(SHARED_HOME, { recursive: true, mode: 0o755 });
    const draft = `${root}.new-${process.pid}`;
    await cp(installed.root, draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, root).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
    await rm(draft, { recursive: true, force: true });
  }
  return { root, version: installed.version };
}
