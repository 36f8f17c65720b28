import type { ZodType } from "zod";
import type { Tx } from "../db/database.ts";

/** A job as data. The handler lives in workers/, so that features may enqueue without knowing it. */
export interface JobDefinition<Payload = unknown> {
  /** "queue.verb-noun"; letters, digits and dashes around one dot. */
  readonly name: string;
  /**
   * Read when the job is written and again when it runs, so it must accept what it gives back: no transforms.
   * It holds ids and facts, never personal data: rows are kept for weeks.
   */
  readonly payload: ZodType<Payload>;
  /** How many runs may end in an error before the job is put aside as failed. */
  readonly attempts: number;
  readonly timeoutMs: number;
  /** The pause after the first error, four times longer after each further one. Default 1 s. */
  readonly backoffMs?: number;
  /** The communes whose rows the effect may see and write. Absent: global tables only. */
  communesOf?(payload: Payload): readonly number[];
}

/** A job that runs by the clock of Việt Nam. A missed time is made up once, at start. */
export interface ScheduleDefinition<Payload = unknown> {
  readonly name: string;
  /** Five-field cron, read in Asia/Ho_Chi_Minh. */
  readonly cron: string;
  readonly job: JobDefinition<Payload>;
  readonly payload: Payload;
}

export interface EnqueueOptions {
  /** At most one job of this definition and key is ever made. */
  readonly deduplicationKey?: string;
  readonly notBefore?: Date;
}

export interface FailedJob {
  readonly id: string;
  readonly job: string;
  readonly payload: unknown;
  readonly failures: number;
  /** Kind, code and place of the last error; no data of persons. */
  readonly failure: string | null;
  readonly failedAt: Date;
}

export interface JobBacklog {
  /** Due and not yet processed. */
  readonly due: number;
  readonly oldestDueSeconds: number;
  /** Put aside after their last attempt; they wait for a human. */
  readonly failed: number;
}

export interface JobQueue {
  /** Writes the outbox row in the caller's transaction: commit makes the job, rollback leaves nothing. */
  enqueue<Payload>(
    tx: Tx,
    definition: JobDefinition<Payload>,
    payload: Payload,
    options?: EnqueueOptions,
  ): Promise<void>;
  readBacklog(): Promise<JobBacklog>;
  /** The latest first. */
  readFailed(limit: number): Promise<readonly FailedJob[]>;
  /** Gives a failed job all its attempts again. False when it is not failed (any more). */
  retryFailed(tx: Tx, id: string): Promise<boolean>;
}

export function defineJob<Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  return definition;
}

export function defineSchedule<Payload>(
  definition: ScheduleDefinition<Payload>,
): ScheduleDefinition<Payload> {
  return definition;
}

/** Each queue has its own workers, so that slow work of one kind does not hold up another. */
export function queueOf(jobName: string): string {
  const [queue, verb, ...rest] = jobName.split(".");
  if (!queue || !verb || rest.length > 0) throw new Error(`"${jobName}" is not "queue.verb-noun"`);
  return queue;
}
