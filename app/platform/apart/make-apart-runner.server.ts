import path from "node:path";
import { Worker } from "node:worker_threads";
import type { Logger } from "pino";
import type { ApartAnswer, ApartRunner, ApartTaskName } from "./apart.ts";

export interface ApartOptions {
  /** Holds one built file per task, named for it. */
  readonly folder: string;
  readonly log: Logger;
  readonly timeoutMs?: number;
  readonly memoryMb?: number;
  readonly waitingAtMost?: number;
}

const TIMEOUT_MS = 20_000;
const MEMORY_MB = 512;
const WAITING_AT_MOST = 20;

export function makeApartRunner(options: ApartOptions): ApartRunner {
  const waitingAtMost = options.waitingAtMost ?? WAITING_AT_MOST;
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    async run(name, input) {
      if (waiting >= waitingAtMost) return { ok: false, code: "apart_busy" };
      waiting += 1;
      const turn = last.then(() => runOnce(options, name, input));
      last = turn;
      try {
        return (await turn) as never;
      } finally {
        waiting -= 1;
      }
    },
  };
}

/** Never rejects: what goes wrong in the thread is an answer. */
function runOnce(options: ApartOptions, name: ApartTaskName, input: unknown): Promise<ApartAnswer<unknown>> {
  return new Promise((resolve) => {
    const worker = new Worker(path.join(options.folder, `${name}.js`), {
      workerData: input,
      env: {},
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb ?? MEMORY_MB },
    });
    const settle = (answer: ApartAnswer<unknown>) => {
      clearTimeout(timer);
      resolve(answer);
      void worker.terminate();
    };
    const timer = setTimeout(
      () => settle({ ok: false, code: "apart_too_slow" }),
      options.timeoutMs ?? TIMEOUT_MS,
    );
    worker.once("message", (output: unknown) => settle({ ok: true, output }));
    worker.once("error", (error: NodeJS.ErrnoException) => {
      const isMemory = error.code === "ERR_WORKER_OUT_OF_MEMORY";
      if (!isMemory) options.log.error({ err: error, task: name }, "work apart failed");
      settle({ ok: false, code: isMemory ? "apart_too_large" : "apart_failed" });
    });
    worker.once("exit", () => settle({ ok: false, code: "apart_failed" }));
  });
}
