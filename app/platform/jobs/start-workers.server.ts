import type { Platform } from "../platform.ts";
import type { JobCatalogue, JobHandler } from "./handler.ts";
import { queueOf } from "./job.ts";
import type { JobBackend } from "./job-backend.ts";
import { keepSchedules } from "./keep-schedules.server.ts";
import { openPostgresBackend, openRedisBackend } from "./open-backend.server.ts";
import { listenToOutbox } from "./outbox-bell.server.ts";
import { startRelay } from "./relay-outbox.server.ts";
import { runJob } from "./run-job.server.ts";

export interface WorkersOptions {
  /** The database as the application's role, for listening and for BullMQ's own pool. */
  readonly appUrl: string;
  readonly timing?: Partial<WorkersTiming>;
  readonly concurrencyPerQueue?: number;
}

export interface WorkersTiming {
  /** A call that led to nothing for this long is made again. */
  readonly lostAfterMs: number;
  /** How often the outbox is looked through when nothing rings. */
  readonly roundMs: number;
  readonly lockMs: number;
  readonly stalledCheckMs: number;
  /** What running jobs get to finish in when the workers are stopped. */
  readonly graceMs: number;
}

export interface Workers {
  readonly backend: JobBackend["kind"];
  /** Takes nothing new, lets running jobs finish for at most 7 s, and lets go of every connection. */
  stop(): Promise<void>;
}

const CONCURRENCY_PER_QUEUE = 4;
const FIGURES_MS = 15_000;
const TIMING: WorkersTiming = {
  lostAfterMs: 15_000,
  roundMs: 5000,
  lockMs: 30_000,
  stalledCheckMs: 30_000,
  graceMs: 7_000,
};

/**
 * Relay, workers and schedules of one process. Returns at once: what is down now is waited for in the background,
 * and the jobs wait in the outbox.
 */
export function startWorkers(platform: Platform, catalogue: JobCatalogue, options: WorkersOptions): Workers {
  const { config, db, jobs, clock } = platform;
  const timing = { ...TIMING, ...options.timing };
  const log = platform.log.child({ part: "jobs" });
  const queues = groupByQueue(catalogue.handlers);
  const backend = config.redisUrl
    ? openRedisBackend(config.redisUrl, databaseNameOf(options.appUrl), log)
    : openPostgresBackend(options.appUrl, queues.size, log);

  const workers = [...queues].map(([queue, handlers]) =>
    backend.answer(
      queue,
      ({ id, job }) => {
        const handler = handlers.get(job);
        // A newer version of the house made it; its workers get the next call.
        if (!handler) throw new Error(`no handler for "${job}" in this version`);
        return runJob(platform, handler, id);
      },
      {
        concurrency: options.concurrencyPerQueue ?? CONCURRENCY_PER_QUEUE,
        lockMs: timing.lockMs,
        stalledCheckMs: timing.stalledCheckMs,
      },
    ),
  );
  const relay = startRelay({
    config,
    pool: db.pool,
    backend,
    log,
    lostAfterMs: timing.lostAfterMs,
    roundMs: timing.roundMs,
  });
  const bell = listenToOutbox(options.appUrl, relay.nudge, log);
  const schedules = keepSchedules({ config, db, jobs, clock, log, schedules: catalogue.schedules });

  const figures = setInterval(() => void tellFigures(platform), FIGURES_MS);

  async function stop(): Promise<void> {
    clearInterval(figures);
    await Promise.all([schedules.stop(), bell.stop(), relay.stop()]);
    await Promise.all(workers.map((worker) => worker.stop(timing.graceMs)));
    await backend.close();
  }

  let stopping: Promise<void> | null = null;
  return {
    backend: backend.kind,
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}

function groupByQueue(handlers: readonly JobHandler[]): Map<string, Map<string, JobHandler>> {
  const queues = new Map<string, Map<string, JobHandler>>();
  for (const handler of handlers) {
    const { name } = handler.definition;
    const queue = queues.get(queueOf(name)) ?? new Map<string, JobHandler>();
    if (queue.has(name)) throw new Error(`two handlers for "${name}"`);
    queues.set(queueOf(name), queue.set(name, handler));
  }
  return queues;
}

async function tellFigures({ jobs, metrics, log }: Platform): Promise<void> {
  try {
    const backlog = await jobs.readBacklog();
    metrics.level("jobs_due", backlog.due);
    metrics.level("jobs_failed", backlog.failed);
  } catch (error) {
    log.debug({ err: error }, "the backlog could not be read");
  }
}

/** All processes of a house name its database alike, whatever host name they reach it by. */
function databaseNameOf(appUrl: string): string {
  return new URL(appUrl).pathname.slice(1);
}
