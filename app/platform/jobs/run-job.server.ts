import { SET_SCOPE, scopeValues } from "../db/set-scope.server.ts";
import { failpoint } from "../failpoint/failpoint.server.ts";
import { describeError } from "../log/scrub.ts";
import type { Platform } from "../platform.ts";
import type { JobHandler, ReadyJob } from "./handler.ts";
import type { Answer } from "./job-backend.ts";
import { BEGIN_RUN, MARK_PROCESSED, RECORD_FAILURE } from "./outbox.sql.ts";

const DEFAULT_BACKOFF_MS = 1000;
const BACKOFF_FACTOR = 4;
const BACKOFF_MAX_MS = 3_600_000;
/** A job whose process died this often is taken for the cause. Killed workers alone do not come near it. */
const CRASHES_MAX = 10;
/** Waiting for a connection and the commit itself come on top of the handler's own time. */
const COMMIT_RESERVE_MS = 5000;
const WAIT_FOR_CONNECTION_MS = 10_000;
const FAILURE_LENGTH_MAX = 500;

interface Run {
  readonly payload: unknown;
  readonly starts: number;
  readonly failures: number;
}

const DONE: Answer = { kind: "done" };

/**
 * One call answered. The row's mark and the handler's writes are one transaction, so however often BullMQ calls
 * and wherever a process dies, they happen exactly once.
 */
export async function runJob(platform: Platform, handler: JobHandler, id: string): Promise<Answer> {
  const { rows } = await platform.db.pool.query<Run>(BEGIN_RUN, [id]);
  const [run] = rows;
  // Processed, failed, or in other hands at this moment: either way not ours.
  if (!run) return DONE;
  failpoint(platform.config, "job.after-begin");
  const startedAt = performance.now();
  const outcome = await attempt(platform, handler, id, run);
  const seconds = (performance.now() - startedAt) / 1000;
  platform.metrics.observeSeconds("job_seconds", seconds, {
    job: handler.definition.name,
    outcome: outcome.kind,
  });
  if (outcome.kind !== "failed") {
    platform.log.info({ job: handler.definition.name, outboxId: id, seconds, outcome: outcome.kind }, "job");
    return DONE;
  }
  return recordFailure(platform, handler, id, run, outcome);
}

type Outcome =
  | { readonly kind: "processed" | "left_alone" }
  | { readonly kind: "failed"; readonly error: unknown; readonly isHopeless: boolean };

async function attempt(platform: Platform, handler: JobHandler, id: string, run: Run): Promise<Outcome> {
  if (run.starts - run.failures > CRASHES_MAX) {
    const error = new Error(`the process died in each of ${CRASHES_MAX} runs`);
    return { kind: "failed", error, isHopeless: true };
  }
  const ready = handler.read(run.payload);
  if (!ready) return { kind: "failed", error: new Error("the payload does not fit"), isHopeless: true };
  try {
    const isOurs = await runInTransaction(platform, handler, ready, id);
    failpoint(platform.config, "job.after-commit");
    return { kind: isOurs ? "processed" : "left_alone" };
  } catch (error) {
    return { kind: "failed", error, isHopeless: false };
  }
}

/** False when another run of the same row was quicker. */
async function runInTransaction(
  platform: Platform,
  handler: JobHandler,
  ready: ReadyJob,
  id: string,
): Promise<boolean> {
  const { name, timeoutMs } = handler.definition;
  const limitMs = timeoutMs + COMMIT_RESERVE_MS;
  const stamp = { actorId: null, verb: name, requestId: id, communes: ready.communes };
  return platform.db.prisma.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe(SET_SCOPE, ...scopeValues(stamp));
      await tx.$executeRawUnsafe(SET_TIME_LIMITS, `${limitMs}`);
      const marked = await tx.$executeRawUnsafe(MARK_PROCESSED, id);
      if (marked === 0) return false;
      await withTimeLimit(timeoutMs, (signal) => ready.run({ tx, platform, signal }));
      failpoint(platform.config, "job.before-commit");
      return true;
    },
    { timeout: limitMs, maxWait: WAIT_FOR_CONNECTION_MS },
  );
}

/** The pool's limits are made for requests; a job may think longer. Ours comes first, so that it can be told. */
const SET_TIME_LIMITS = `select set_config('statement_timeout', $1, true),
  set_config('idle_in_transaction_session_timeout', $1, true)`;

async function withTimeLimit(timeoutMs: number, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const abort = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const error = new Error(`the job took longer than ${timeoutMs} ms`);
      abort.abort(error);
      reject(error);
    }, timeoutMs);
  });
  await Promise.race([work(abort.signal), late]).finally(() => clearTimeout(timer));
}

async function recordFailure(
  platform: Platform,
  handler: JobHandler,
  id: string,
  run: Run,
  outcome: { readonly error: unknown; readonly isHopeless: boolean },
): Promise<Answer> {
  const { name, attempts, backoffMs = DEFAULT_BACKOFF_MS } = handler.definition;
  const isLast = outcome.isHopeless || run.failures + 1 >= attempts;
  const pauseMs = Math.min(backoffMs * BACKOFF_FACTOR ** run.failures, BACKOFF_MAX_MS);
  const { message, code } = describeError(outcome.error);
  const failure = [code, message].filter(Boolean).join(": ").slice(0, FAILURE_LENGTH_MAX);
  await platform.db.pool.query(RECORD_FAILURE, [id, failure, pauseMs, isLast]);
  const facts = { job: name, outboxId: id, attempt: run.failures + 1, attempts, err: outcome.error };
  if (!isLast) {
    platform.log.warn({ ...facts, pauseMs }, "a job ended in an error and is tried again");
    return { kind: "again", afterMs: pauseMs };
  }
  platform.metrics.count("job_failed_total", { job: name });
  platform.log.error(facts, "a job used up its attempts and waits for a human");
  return DONE;
}
