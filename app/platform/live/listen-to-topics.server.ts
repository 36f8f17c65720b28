import { setTimeout as pause } from "node:timers/promises";
import type { Client, Pool } from "pg";
import type { Logger } from "pino";
import { connectAlone } from "./connect-alone.server.ts";
import type { TopicVersions } from "./live-frames.ts";
import { readVersions } from "./read-versions.server.ts";

export interface TopicListening {
  readonly pool: Pool;
  readonly log: Logger;
  /** The topics somebody on this process follows now. */
  followedTopics(): readonly string[];
  /** Committed versions, as they happen and again at every sweep. */
  onVersions(versions: TopicVersions): void;
  readonly sweepEveryMs: number;
}

/**
 * Hears of every commit that touched a topic. PostgreSQL delivers a notification only after the commit and
 * only to connections that listen at that moment; what is missed while the connection is down is found by the
 * sweep that follows every (re)connection, and by the regular one, which also proves that the line is alive.
 */
export function listenToTopics(listening: TopicListening): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const ended = keepListening(listening, stopping.signal);
  return {
    async stop() {
      stopping.abort();
      await ended;
    },
  };
}

async function keepListening(listening: TopicListening, signal: AbortSignal): Promise<void> {
  for (let attempt = 0; !signal.aborted; attempt++) {
    try {
      await listenUntilLost(listening, signal, () => {
        attempt = 0;
      });
    } catch (error) {
      if (!signal.aborted)
        listening.log.warn({ err: error, attempt }, "live: the listening connection was lost");
    }
    const delayMs = Math.min(5_000, 250 * 2 ** attempt);
    await pause(delayMs, null, { signal }).catch(() => null);
  }
}

async function listenUntilLost(
  listening: TopicListening,
  stopSignal: AbortSignal,
  onConnected: () => void,
): Promise<void> {
  const lost = new AbortController();
  const client = await connectAlone(listening.pool, (error) =>
    lost.abort(error ?? new Error("closed by the server")),
  );
  const signal = AbortSignal.any([stopSignal, lost.signal]);
  try {
    client.on("notification", ({ channel, payload }) => {
      if (channel === "live_topic" && payload) listening.onVersions(parseNotice(payload));
    });
    await client.query("listen live_topic");
    onConnected();
    while (!signal.aborted) {
      await sweep(listening, client);
      await pause(listening.sweepEveryMs, null, { signal }).catch(() => null);
    }
    if (lost.signal.aborted && !stopSignal.aborted) throw lost.signal.reason;
  } finally {
    // Not awaited: the other end may be gone without a word.
    client.end().catch(() => null);
  }
}

async function sweep(listening: TopicListening, client: Client): Promise<void> {
  const topics = listening.followedTopics();
  if (topics.length > 0) listening.onVersions(await readVersions(client, topics));
  else await client.query("select 1");
}

/** "topic version", as tds_touch_topics writes it. */
function parseNotice(payload: string): TopicVersions {
  const [topic = "", version = ""] = payload.split(" ");
  return { [topic]: Number(version) };
}
