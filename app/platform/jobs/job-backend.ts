/** A call for a worker. It carries no payload: what is to be done stands in the outbox. */
export interface WakeUp {
  readonly id: string;
  readonly job: string;
  readonly delayMs: number;
}

/** What became of a call: nothing is left to do, or the worker wants to be called again. */
export type Answer = { readonly kind: "done" } | { readonly kind: "again"; readonly afterMs: number };

export interface QueueWorker {
  /** Takes no further call and waits for those it answers, at most `graceMs`. */
  stop(graceMs: number): Promise<void>;
}

export interface QueueWorkerOptions {
  readonly concurrency: number;
  /** A worker that gives no sign of life for this long has lost its calls to the others. */
  readonly lockMs: number;
  /** How often calls whose worker died are looked for. */
  readonly stalledCheckMs: number;
}

/**
 * Where workers are called. It may lose every call it holds and call twice: the outbox makes up for both.
 * BullMQ stands behind it, over PostgreSQL or over Redis.
 */
export interface JobBackend {
  readonly kind: "postgres" | "redis";
  /** False while it is known that calls would not arrive. */
  isUp(): boolean;
  /** Tells when it is back after it was gone, perhaps without its memory. */
  onReturn(listener: () => void): void;
  /** A call that already waits under the same id is left as it is. */
  call(queue: string, wakeUps: readonly WakeUp[]): Promise<void>;
  answer(
    queue: string,
    answer: (wakeUp: Omit<WakeUp, "delayMs">) => Promise<Answer>,
    options: QueueWorkerOptions,
  ): QueueWorker;
  close(): Promise<void>;
}
