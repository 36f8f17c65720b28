import { createHash } from "node:crypto";
import { open, rename, stat } from "node:fs/promises";
import type { Cluster } from "./cluster.ts";
import { readPostmaster } from "./read-postmaster.server.ts";
import { spawnProgram } from "./run-program.server.ts";

/** For one box: a commune's load in little memory. Durability stays at PostgreSQL's own, which is full. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  password_encryption: "scram-sha-256",
  max_connections: "80",
  superuser_reserved_connections: "5",
  shared_buffers: "64MB",
  work_mem: "4MB",
  maintenance_work_mem: "64MB",
  effective_cache_size: "512MB",
  max_wal_size: "256MB",
  min_wal_size: "64MB",
  wal_level: "minimal",
  max_wal_senders: "0",
  max_logical_replication_workers: "0",
  io_method: "sync",
  // After a crash it ends and is started anew. Left to itself, 18.4 waits for ever where its disk fails during recovery.
  restart_after_crash: "off",
  autovacuum_max_workers: "2",
  // A young house is planned by its figures within seconds, not by guesses for a minute.
  autovacuum_naptime: "3s",
  max_worker_processes: "4",
  max_parallel_workers: "2",
  jit: "off",
  timezone: "UTC",
  // No statement and no row's values in the log: they would be personal data.
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_statement: "none",
  log_timezone: "UTC",
  log_checkpoints: "off",
  log_line_prefix: "%m [%p] %q%a ",
};

/** Names program and settings: a server left behind by another version is not adopted as it runs. */
export function describeSetup(cluster: Pick<Cluster, "binaries">): string {
  const setup = JSON.stringify([cluster.binaries.version, SETTINGS]);
  return `thi-dua-so-${createHash("sha256").update(setup).digest("hex").slice(0, 12)}`;
}

const LOG_LIMIT_BYTES = 5 * 1024 * 1024;
const POLL_MS = 15;

export type StartOutcome =
  | { readonly kind: "running"; readonly pid: number }
  | { readonly kind: "port_taken" }
  /** Another process came first, or the processes of a killed server are still leaving. */
  | { readonly kind: "folder_busy" };

/** Starts the server in a process group of its own: Ctrl+C in the terminal must not reach it before the program. */
export async function startServer(cluster: Cluster, port: number): Promise<StartOutcome> {
  await turnLog(cluster.logFile);
  const logHandle = await open(cluster.logFile, "a", 0o600);
  const logStart = (await logHandle.stat()).size;
  const args = ["-D", cluster.folder, "-p", String(port), "-c", `cluster_name=${describeSetup(cluster)}`];
  for (const [name, value] of Object.entries(SETTINGS)) args.push("-c", `${name}=${value}`);
  const child = spawnProgram(cluster, "postgres", args, {
    cwd: cluster.folder,
    detached: true,
    stdio: ["ignore", logHandle.fd, logHandle.fd],
  });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", resolve);
  });
  child.unref();
  const watch = new AbortController();
  try {
    return await Promise.race([
      ended.then(async () => judgeFailure(await readFrom(cluster.logFile, logStart))),
      waitForPidFile(cluster, child.pid ?? 0, watch.signal),
    ]);
  } finally {
    watch.abort();
    await logHandle.close();
  }
}

/** Known when the server has written its own number and port; whether it answers yet is the caller's question. */
async function waitForPidFile(cluster: Cluster, pid: number, signal: AbortSignal): Promise<StartOutcome> {
  while (!signal.aborted) {
    const postmaster = await readPostmaster(cluster.folder);
    if (postmaster?.pid === pid && postmaster.port > 0) break;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return { kind: "running", pid };
}

function judgeFailure(said: string): StartOutcome {
  if (/could not bind|could not create any TCP\/IP sockets/.test(said)) return { kind: "port_taken" };
  if (/lock file .* already exists|pre-existing shared memory block/.test(said))
    return { kind: "folder_busy" };
  throw new Error(`PostgreSQL did not start: ${said.trim().slice(-2000)}`);
}

/** Keeps this log and the one before. */
async function turnLog(file: string): Promise<void> {
  try {
    if ((await stat(file)).size > LOG_LIMIT_BYTES) await rename(file, `${file}.1`);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

async function readFrom(file: string, start: number): Promise<string> {
  const handle = await open(file, "r");
  try {
    const { size } = await handle.stat();
    const buffer = Buffer.alloc(Math.max(0, size - start));
    await handle.read(buffer, 0, buffer.length, start);
    return buffer.toString("utf8");
  } finally {
    await handle.close();
  }
}
