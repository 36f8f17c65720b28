import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Config } from "../config/config.ts";
import { failpoint } from "../failpoint/failpoint.server.ts";
import { queueOf } from "./job.ts";
import type { JobBackend, WakeUp } from "./job-backend.ts";
import { CLAIM_UNPUBLISHED, FORGET_CALLS } from "./outbox.sql.ts";

export interface RelayOptions {
  readonly config: Pick<Config, "mode" | "failpoint">;
  readonly pool: Pool;
  readonly backend: JobBackend;
  readonly log: Logger;
  /** A call that led to nothing for this long is made again. */
  readonly lostAfterMs: number;
  /** How often the outbox is looked through when nothing rings. */
  readonly roundMs: number;
}

export interface Relay {
  /** There may be something new. */
  nudge(): void;
  stop(): Promise<void>;
}

const BATCH = 500;
/** Rows due later than this stay in the database alone, where they cannot be lost. */
const HORIZON_MS = 15_000;

/**
 * Calls a worker for each open row of the outbox. Rows are marked as called before the call, so that no
 * transaction waits for Redis; a call that dies in between is made again after `lostAfterMs`. Several relays may
 * run: each takes rows that no other holds.
 */
export function startRelay(options: RelayOptions): Relay {
  const { pool, backend, log } = options;
  const alarm = makeAlarm();
  let mustForgetCalls = false;
  let isStopped = false;
  let isFailing = false;

  backend.onReturn(() => {
    mustForgetCalls = true;
    alarm.ring();
  });

  async function run(): Promise<void> {
    while (!isStopped) {
      try {
        const called = await callWorkers();
        if (isFailing) log.info("the outbox is relayed again");
        isFailing = false;
        if (called === BATCH) continue;
      } catch (error) {
        if (!isFailing) log.warn({ err: error }, "the outbox could not be relayed; it is tried again");
        isFailing = true;
        alarm.clear();
      }
      if (!isStopped) await alarm.wait(options.roundMs);
    }
  }

  async function callWorkers(): Promise<number> {
    if (!backend.isUp()) return 0;
    if (mustForgetCalls) {
      await pool.query(FORGET_CALLS);
      mustForgetCalls = false;
    }
    const { rows } = await pool.query<WakeUp>(CLAIM_UNPUBLISHED, [options.lostAfterMs, HORIZON_MS, BATCH]);
    if (rows.length === 0) return 0;
    failpoint(options.config, "outbox.before-publish");
    await Promise.all(groupByQueue(rows).map(([queue, calls]) => backend.call(queue, calls)));
    failpoint(options.config, "outbox.after-publish");
    return rows.length;
  }

  const running = run();
  return {
    nudge: alarm.ring,
    async stop() {
      isStopped = true;
      alarm.ring();
      await running;
    },
  };
}

function groupByQueue(wakeUps: readonly WakeUp[]): [string, WakeUp[]][] {
  const groups = new Map<string, WakeUp[]>();
  for (const wakeUp of wakeUps) {
    const queue = queueOf(wakeUp.job);
    const group = groups.get(queue);
    if (group) group.push(wakeUp);
    else groups.set(queue, [wakeUp]);
  }
  return [...groups];
}

/** A sleep that can be cut short, also by a ring that came just before it began. */
function makeAlarm() {
  let hasRung = false;
  let wake: (() => void) | null = null;
  return {
    ring() {
      hasRung = true;
      wake?.();
    },
    clear() {
      hasRung = false;
    },
    async wait(timeoutMs: number): Promise<void> {
      if (!hasRung) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = null;
      }
      hasRung = false;
    },
  };
}
