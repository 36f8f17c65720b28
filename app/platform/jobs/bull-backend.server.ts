import {
  type BackendFactory,
  DelayedError,
  type IQueueBackend,
  type Job,
  type JobsOptions,
  Queue,
  Worker,
} from "bullmq";
import type { Logger } from "pino";
import type { Answer, JobBackend, QueueWorker, QueueWorkerOptions, WakeUp } from "./job-backend.ts";

export interface BullOptions<Backend extends IQueueBackend, Connection> {
  readonly kind: JobBackend["kind"];
  readonly factory: BackendFactory<Backend, Connection>;
  readonly callerConnection: Connection;
  readonly workerConnection: Connection;
  /** Keeps houses that share a Redis apart. */
  readonly prefix: string;
  isUp(): boolean;
  onReturn(listener: () => void): void;
  disconnect(): Promise<void>;
}

const MAX_STALLED_COUNT = 3;
const DRAIN_DELAY_SECONDS = 5;
const REOPEN_PAUSE_MS = 1000;
const CALL_TIMEOUT_MS = 10_000;
const CLOSE_TIMEOUT_MS = 2000;

/** Attempts and their pauses are counted in the outbox; a finished call leaves its id free for the next one. */
const CALL_OPTIONS: JobsOptions = { attempts: 1, removeOnComplete: true, removeOnFail: true };

/** BullMQ's ids may hold no ":" and not be digits only. */
const ID_PREFIX = "ob-";

export function openBullBackend<Backend extends IQueueBackend, Connection>(
  options: BullOptions<Backend, Connection>,
  log: Logger,
): JobBackend {
  const complain = makeComplaint(options, log);
  const openQueue = (name: string) => {
    const queue = new Queue<object, void, string, object, void, string, Backend, Connection>(
      name,
      { connection: options.callerConnection, prefix: options.prefix, streams: { events: { maxLen: 100 } } },
      options.factory,
    );
    queue.on("error", (error) => complain({ err: error, queue: name }, "a job queue complained"));
    return queue;
  };
  const queues = new Map<string, ReturnType<typeof openQueue>>();

  async function call(name: string, wakeUps: readonly WakeUp[]): Promise<void> {
    const queue = queues.get(name) ?? openQueue(name);
    queues.set(name, queue);
    // One by one: in bulk BullMQ makes a temporary table each time, which the application's role may not.
    const calls = wakeUps.map(({ id, job, delayMs }) =>
      queue.add(job, {}, { ...CALL_OPTIONS, jobId: `${ID_PREFIX}${id}`, delay: delayMs }),
    );
    try {
      await within(CALL_TIMEOUT_MS, Promise.all(calls));
    } catch (error) {
      // A queue whose opening failed stays failed for good: the next call opens a new one.
      queues.delete(name);
      void within(CLOSE_TIMEOUT_MS, queue.close()).catch(() => {});
      throw error;
    }
  }

  return {
    kind: options.kind,
    isUp: () => options.isUp(),
    onReturn: (listener) => options.onReturn(listener),
    call,
    answer: (queue, answer, workerOptions) => keepWorker(options, queue, answer, workerOptions, log),
    async close() {
      await Promise.allSettled([...queues.values()].map((queue) => within(CLOSE_TIMEOUT_MS, queue.close())));
      await options.disconnect();
    },
  };
}

/** A worker whose opening failed stays failed for good, so it is replaced until one opens. */
function keepWorker<Backend extends IQueueBackend, Connection>(
  options: BullOptions<Backend, Connection>,
  queue: string,
  answer: (wakeUp: Omit<WakeUp, "delayMs">) => Promise<Answer>,
  workerOptions: QueueWorkerOptions,
  log: Logger,
): QueueWorker {
  const complain = makeComplaint(options, log);
  const underWay = new Set<Promise<Answer>>();
  let isStopping = false;
  let reopening: NodeJS.Timeout | undefined;
  let worker = open();

  const watched: typeof answer = (wakeUp) => {
    const answering = answer(wakeUp);
    underWay.add(answering);
    const forget = () => underWay.delete(answering);
    answering.then(forget, forget);
    return answering;
  };

  function open() {
    const opened = new Worker<object, void, string, Backend, object, Connection>(
      queue,
      (job, token) => process(job, token, watched),
      {
        connection: options.workerConnection,
        prefix: options.prefix,
        concurrency: workerOptions.concurrency,
        lockDuration: workerOptions.lockMs,
        maxStalledCount: MAX_STALLED_COUNT,
        stalledInterval: workerOptions.stalledCheckMs,
        drainDelay: DRAIN_DELAY_SECONDS,
        runRetryDelay: REOPEN_PAUSE_MS,
      },
      options.factory,
    );
    opened.on("error", (error) => complain({ err: error, queue }, "a job worker complained"));
    opened.on("stalled", (id) => log.info({ queue, outboxId: outboxIdOf(id) }, "a job lost its worker"));
    opened.waitUntilReady().catch((error: unknown) => {
      if (isStopping) return;
      log.warn({ err: error, queue }, "a job worker could not be opened; it is tried again");
      void within(CLOSE_TIMEOUT_MS, opened.close(true)).catch(() => {});
      reopening = setTimeout(() => {
        worker = open();
      }, REOPEN_PAUSE_MS);
    });
    return opened;
  }

  return {
    async stop(graceMs) {
      isStopping = true;
      clearTimeout(reopening);
      const closed = worker.close();
      // BullMQ waits for its backend without end; what counts is that the answers are given.
      const answered = Promise.allSettled(underWay).then(() =>
        within(CLOSE_TIMEOUT_MS, closed).catch(() => {}),
      );
      await within(graceMs, answered).catch(() =>
        log.warn({ queue, jobs: underWay.size }, "jobs were still running at the end of the grace time"),
      );
    },
  };
}

/** While it is known that the backend is gone, each connection says so over and over: that is no news. */
function makeComplaint(options: { isUp(): boolean }, log: Logger) {
  return (facts: object, message: string) => log[options.isUp() ? "warn" : "debug"](facts, message);
}

async function process(
  call: Job<object, void, string>,
  token: string | undefined,
  answer: (wakeUp: Omit<WakeUp, "delayMs">) => Promise<Answer>,
): Promise<void> {
  const answered = await answer({ id: outboxIdOf(call.id), job: call.name });
  if (answered.kind === "done") return;
  await call.moveToDelayed(Date.now() + answered.afterMs, token);
  throw new DelayedError();
}

function outboxIdOf(callId: string | undefined): string {
  if (!callId?.startsWith(ID_PREFIX))
    throw new Error(`a call with the id "${callId}" is not from the outbox`);
  return callId.slice(ID_PREFIX.length);
}

async function within<T>(timeoutMs: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`not done within ${timeoutMs} ms`)), timeoutMs);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
