import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, readFile } from "node:fs/promises";
import { findFreePort } from "#app/platform/db/embedded/find-free-port.server.ts";

export interface RunningHouse {
  readonly origin: string;
  readonly secondsToReady: number;
  /** Proportional memory of the process and all it started, in MB. Linux only. */
  memoryMb(): Promise<number>;
  stop(): Promise<void>;
}

const READY_WITHIN_MS = 120_000;

/** `npm start` as a person runs it, on a data folder of its own. */
export async function openHouse(dataDir: string): Promise<RunningHouse> {
  const port = await findFreePort();
  const origin = `http://localhost:${port}`;
  const startedMs = performance.now();
  const child = spawn(process.execPath, ["app/server/launch.mjs", "start"], {
    env: { ...process.env, NODE_ENV: "production", DATA_DIR: dataDir, PORT: String(port) },
    stdio: "ignore",
  });
  await untilReady(origin, child);
  return {
    origin,
    secondsToReady: (performance.now() - startedMs) / 1000,
    memoryMb: () => memoryOfTree(child.pid ?? 0),
    async stop() {
      child.kill("SIGTERM");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

async function untilReady(origin: string, child: ChildProcess): Promise<void> {
  const lastMs = performance.now() + READY_WITHIN_MS;
  while (performance.now() < lastMs && child.exitCode === null) {
    const isReady = await fetch(`${origin}/readyz`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  child.kill("SIGKILL");
  throw new Error("the house did not become ready");
}

/** PostgreSQL runs in a group of its own but stays a descendant, or is found by the folder it was started in. */
async function memoryOfTree(root: number): Promise<number> {
  const parents = new Map<number, number>();
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, "utf8").catch(() => null);
    const parent = stat?.slice(stat.lastIndexOf(")") + 2).split(" ")[1];
    if (parent) parents.set(Number(name), Number(parent));
  }
  const isInTree = (pid: number): boolean => pid === root || (pid > 1 && isInTree(parents.get(pid) ?? 0));
  const sizes = await Promise.all([...parents.keys()].filter(isInTree).map(proportionalKb));
  return sizes.reduce((sum, kb) => sum + kb, 0) / 1024;
}

async function proportionalKb(pid: number): Promise<number> {
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Pss:\s+(\d+) kB/m.exec(rollup)?.[1] ?? 0);
}
