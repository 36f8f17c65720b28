import { randomBytes } from "node:crypto";
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { type Cluster, SUPERUSER } from "./cluster.ts";
import { isAlive } from "./read-postmaster.server.ts";
import { runProgram } from "./run-program.server.ts";

/** Passwords over the loopback and nothing else: no socket file, no trust. */
const HOST_RULES = "host all all 127.0.0.1/32 scram-sha-256\n";

/**
 * Makes the data folder when it is not there yet. It is built under another name and then moved, so that a kill
 * in between leaves nothing half made, and of two processes one wins.
 */
export async function makeCluster(cluster: Cluster): Promise<void> {
  const madeBy = await readMajorVersion(cluster.folder);
  if (madeBy !== null) return refuseOtherVersion(cluster, madeBy);
  const parent = path.dirname(cluster.folder);
  const prefix = `${path.basename(cluster.folder)}.new-`;
  await mkdir(parent, { recursive: true, mode: 0o700 });
  await clearAbandoned(parent, prefix);

  const draft = path.join(parent, `${prefix}${process.pid}-${randomBytes(4).toString("hex")}`);
  try {
    await mkdir(draft, { mode: 0o700 });
    const { launcher } = cluster;
    if (launcher.kind === "other_user") await chown(draft, launcher.uid, launcher.gid);
    await initialise(cluster, draft);
    await rename(draft, cluster.folder).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function initialise(cluster: Cluster, folder: string): Promise<void> {
  // Nobody may log in until the password is set, which goes through the standard input of a single-user server:
  // a password file would have to be readable by the server's own user.
  await runProgram(cluster, "initdb", [
    `--pgdata=${folder}`,
    `--username=${SUPERUSER}`,
    "--auth=reject",
    "--encoding=UTF8",
    "--locale=C",
    "--locale-provider=icu",
    "--icu-locale=vi",
    "--data-checksums",
    "--no-instructions",
  ]);
  await runProgram(
    cluster,
    "postgres",
    [
      "--single",
      "-D",
      folder,
      "-c",
      "log_min_error_statement=panic",
      "-c",
      "log_checkpoints=off",
      "postgres",
    ],
    `alter role ${SUPERUSER} password '${cluster.superuserPassword}';\n`,
  );
  await writeFile(path.join(folder, "pg_hba.conf"), HOST_RULES);
}

/** The major version that made the folder; null when it is not made yet. */
async function readMajorVersion(folder: string): Promise<string | null> {
  try {
    return (await readFile(path.join(folder, "PG_VERSION"), "utf8")).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

function refuseOtherVersion(cluster: Cluster, madeBy: string): void {
  const [major] = cluster.binaries.version.split(".");
  if (madeBy === major) return;
  throw new Error(
    `The data in ${cluster.folder} were made by PostgreSQL ${madeBy}, and this version of the program brings ${major}: ` +
      "make a backup with the version that made them, and restore it here into an empty DATA_DIR.",
  );
}

/** Drafts of processes that were killed. */
async function clearAbandoned(parent: string, prefix: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(prefix)) continue;
    const maker = Number.parseInt(name.slice(prefix.length), 10);
    if (!isAlive(maker)) await rm(path.join(parent, name), { recursive: true, force: true });
  }
}
