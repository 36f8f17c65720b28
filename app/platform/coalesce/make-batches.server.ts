import { isPassingFault } from "../faults/passing-fault.ts";
import type { Batches, Keep, Lane } from "./batches.ts";

interface Waiting {
  readonly item: unknown;
  readonly lane: Lane<unknown, unknown>;
  resolve(answer: unknown): void;
  reject(reason: unknown): void;
}

interface Queue {
  readonly keep: Keep;
  readonly waiting: Waiting[];
  isRunning: boolean;
}

/** Idle lanes remembered, with what they keep; the one that rested longest is forgotten first. */
const LANES_AT_MOST = 64;

export function makeBatches(): Batches {
  const queues = new Map<string, Queue>();
  return {
    join<Item, Answer>(lane: Lane<Item, Answer>, item: Item): Promise<Answer> {
      const queue: Queue = queues.get(lane.name) ?? { keep: new Map(), waiting: [], isRunning: false };
      queues.delete(lane.name);
      queues.set(lane.name, queue);
      forgetIdle(queues);
      return new Promise<Answer>((resolve, reject) => {
        queue.waiting.push({
          item,
          lane: lane as Lane<unknown, unknown>,
          resolve: resolve as (answer: unknown) => void,
          reject,
        });
        if (!queue.isRunning) void drain(queue);
      });
    },
  };
}

function forgetIdle(queues: Map<string, Queue>): void {
  if (queues.size <= LANES_AT_MOST) return;
  for (const [name, queue] of queues) {
    if (queue.isRunning || queue.waiting.length > 0) continue;
    queues.delete(name);
    return;
  }
}

async function drain(queue: Queue): Promise<void> {
  queue.isRunning = true;
  while (queue.waiting.length > 0) {
    const batch = queue.waiting.splice(0, queue.waiting[0]?.lane.most ?? 1);
    await runBatch(queue, batch);
    // Whoever was just answered and asks again at once belongs to the next batch, not to the one after it.
    if (queue.waiting.length > 0) await new Promise((resolve) => setImmediate(resolve));
  }
  queue.isRunning = false;
}

async function runBatch(queue: Queue, batch: readonly Waiting[]): Promise<void> {
  const [first] = batch;
  if (!first) return;
  try {
    const answers = await first.lane.run(
      batch.map(({ item }) => item),
      queue.keep,
    );
    for (const [index, waiting] of batch.entries()) waiting.resolve(answers[index]);
  } catch (reason) {
    queue.keep.clear();
    // Alone, or in the next batch, each would wait as long for the same.
    if (isPassingFault(reason))
      for (const each of [...batch, ...queue.waiting.splice(0)]) each.reject(reason);
    else if (batch.length === 1) first.reject(reason);
    else for (const waiting of batch) await runBatch(queue, [waiting]);
  }
}
