import { Queue, Worker } from "bullmq";
import pino from "pino";
import { listenToTopics } from "#app/platform/live/listen-to-topics.server.ts";
import type { Topic } from "#app/platform/live/live-frames.ts";
import { ownRedis } from "#tests/support/redis-for-the-run.ts";
import type { Run } from "../area.ts";
import { openOn } from "../data-folder.ts";
import type { Measured } from "../figure.ts";
import { inRounds, msOf, paired, type Side } from "../rounds.ts";

const EVENTS = 3_000;
const OPERATION = "1,000 changes of boards, committed and heard by another connection (P14)";
/** P14: three times as many. */
const GATE = 1 / 3;
const GOAL = 1 / 10;
const JOBS_AT_ONCE = 50;

/**
 * How boards hear of work: versions raised in one commit and told by PostgreSQL. Against jobs that do nothing, put in
 * and taken out by BullMQ on a Redis of its own. Both sides count from the first writing to the last arrival.
 */
export async function measureRelay({ isQuick, folders }: Run): Promise<Measured[]> {
  const redis = await ownRedis();
  if (redis === null) return [{ area: "relay", operation: OPERATION, skipped: "redis-server not found" }];
  const { hostname: host, port } = new URL(redis.url);
  const connection = { host, port: Number(port) };
  const opened = await openOn(await folders.fresh());
  const queue = new Queue("bench", { connection });
  const arrivals = countArrivals();
  const listener = listenToTopics({
    pool: opened.database.pool,
    log: pino({ level: "silent" }),
    followedTopics: () => [],
    onVersions: (versions) => arrivals.note(Object.values(versions)[0] ?? 0),
    sweepEveryMs: 60_000,
  });
  const worker = new Worker("bench", async () => {}, {
    connection,
    concurrency: JOBS_AT_ONCE,
    autorun: false,
  });
  try {
    await worker.waitUntilReady();
    void worker.run();
    const topics = Array.from({ length: EVENTS }, (_, index): Topic => `commune:${index + 1}`);
    const touch = () =>
      opened.database.withGlobals(
        { actorId: null, verb: "bench", requestId: "bench" },
        (tx) => tx.$executeRaw`select tds_touch_topics(${topics}::text[])`,
      );
    await untilListening(touch, arrivals);
    const pair = await inRounds(isQuick ? 5 : 11, async (round) => {
      const relay: Side = async () => {
        const all = arrivals.expect(EVENTS);
        return perThousand(await msOf(() => Promise.all([touch(), all])));
      };
      const jobs: Side = async () => perThousand(await msOf(() => passJobs(queue, worker, round)));
      return [relay, jobs];
    });
    const named = { area: "relay", operation: OPERATION, unit: "ms", gate: GATE, goal: GOAL } as const;
    return [paired(named, "1,000 jobs of BullMQ that do nothing", pair)];
  } finally {
    await listener.stop();
    await worker.close();
    await queue.close();
    await opened.close();
    await redis.close();
  }
}

const perThousand = (ms: number) => (1_000 * ms) / EVENTS;

async function passJobs(queue: Queue, worker: Worker, round: number): Promise<void> {
  let left = EVENTS;
  const done = new Promise<void>((resolve) => {
    const count = () => {
      left -= 1;
      if (left > 0) return;
      worker.off("completed", count);
      resolve();
    };
    worker.on("completed", count);
  });
  const options = { removeOnComplete: true };
  await queue.addBulk(
    Array.from({ length: EVENTS }, () => ({ name: "nothing", data: { round }, opts: options })),
  );
  await done;
}

/** Counts what was heard; each topic's version grows by one a round, so nothing is counted twice. */
function countArrivals() {
  let left = 0;
  let heard = 0;
  let arrived: () => void = () => {};
  return {
    heard: () => heard,
    note(version: number) {
      if (version === 0) return;
      heard += 1;
      left -= 1;
      if (left === 0) arrived();
    },
    expect(count: number): Promise<void> {
      left = count;
      return new Promise((resolve) => {
        arrived = resolve;
      });
    },
  };
}

/** The listening connection is up when something was heard over it, and then everything of that commit. */
async function untilListening(
  touch: () => Promise<unknown>,
  arrivals: ReturnType<typeof countArrivals>,
): Promise<void> {
  while (arrivals.heard() === 0) {
    await touch();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  for (let before = -1; before !== arrivals.heard(); ) {
    before = arrivals.heard();
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
