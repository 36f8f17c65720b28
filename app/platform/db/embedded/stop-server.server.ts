import type { Cluster } from "./cluster.ts";
import { isAlive, type Postmaster } from "./read-postmaster.server.ts";
import { runProgram } from "./run-program.server.ts";

const FAST_PATIENCE_MS = 30_000;
const POLL_MS = 10;

/** Ends the server in fast mode: open transactions are rolled back, everything acknowledged is on disk. */
export async function stopServer(cluster: Cluster, postmaster: Postmaster): Promise<void> {
  if (process.platform === "win32") {
    await runProgram(cluster, "pg_ctl", ["stop", "-D", cluster.folder, "-m", "fast", "-w"]);
    return;
  }
  signal(postmaster.pid, "SIGINT");
  if (await isGone(postmaster.pid, FAST_PATIENCE_MS)) return;
  cluster.log.warn("the database did not stop in time; it will recover at the next start");
  signal(postmaster.pid, "SIGQUIT");
  await isGone(postmaster.pid, FAST_PATIENCE_MS);
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

async function isGone(pid: number, patienceMs: number): Promise<boolean> {
  const giveUpAt = performance.now() + patienceMs;
  while (isAlive(pid)) {
    if (performance.now() > giveUpAt) return false;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  return true;
}
