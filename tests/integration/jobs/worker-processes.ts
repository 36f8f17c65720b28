import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import path from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll } from "vitest";

export interface WorkerWish {
  readonly appUrl: string;
  readonly redisUrl: string | null;
  readonly failpoint?: { readonly name: string; readonly pass: number };
  /** A clock that stands still. */
  readonly nowMs?: number;
  readonly withSchedules?: boolean;
}

export interface WorkerProcesses {
  /** Returns when the process has begun to work, or has already died of its failpoint. */
  start(wish: WorkerWish): Promise<ChildProcess>;
  kill(worker: ChildProcess): Promise<void>;
  /** As a deployment does; resolves to the exit status. */
  stop(worker: ChildProcess): Promise<number | null>;
}

/** Real processes of the real code, bundled once so that each starts in a moment. Call at the top of the file. */
export function workerProcesses(): WorkerProcesses {
  const here = path.join(process.cwd(), "tests/integration/jobs");
  const script = path.join(process.cwd(), ".cache", `worker-process-${process.pid}.mjs`);
  const alive = new Set<ChildProcess>();

  beforeAll(async () => {
    await build({
      entryPoints: [path.join(here, "worker-process.ts")],
      outfile: script,
      bundle: true,
      format: "esm",
      platform: "node",
      target: "node20",
      packages: "external",
      logLevel: "error",
    });
  });
  afterAll(async () => {
    for (const worker of alive) worker.kill("SIGKILL");
    await rm(script, { force: true });
  });

  async function ended(worker: ChildProcess): Promise<void> {
    if (worker.exitCode === null && worker.signalCode === null) await once(worker, "exit");
  }

  return {
    async start(wish) {
      const worker = fork(script, [JSON.stringify(wish)], { stdio: ["ignore", "ignore", "inherit", "ipc"] });
      alive.add(worker);
      worker.once("exit", () => alive.delete(worker));
      await Promise.race([once(worker, "message"), once(worker, "exit")]);
      return worker;
    },
    async kill(worker) {
      worker.kill("SIGKILL");
      await ended(worker);
    },
    async stop(worker) {
      worker.kill("SIGTERM");
      await ended(worker);
      return worker.exitCode;
    },
  };
}
