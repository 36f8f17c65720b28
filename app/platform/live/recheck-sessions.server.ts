import type { Logger } from "pino";
import { type LiveGate, type LiveVisitor, topicsOf } from "./live-gate.ts";
import type { LiveServer, LiveSocket } from "./live-server.ts";

export interface SessionRecheck {
  readonly io: LiveServer;
  readonly gate: LiveGate;
  readonly log: Logger;
  readonly everyMs: number;
}

/** A socket that says more than this between two rechecks is no screen of ours. */
const PACKETS_PER_RECHECK = 40;

/**
 * Asks again and again, for all sockets in one query, whether their sessions still stand: a message that a
 * session was ended may be lost, this may not. When the question cannot be answered in time the lines are cut;
 * an honest browser comes back by itself.
 */
export function recheckSessions(recheck: SessionRecheck): { stop(): void } {
  let isAsking = false;
  const timer = setInterval(async () => {
    closeNoisy(recheck.io);
    // One and a half rounds: the second round that gets no answer in time is the last.
    closeUnproved(recheck.io, performance.now() - 1.5 * recheck.everyMs);
    if (isAsking) return;
    isAsking = true;
    try {
      await askForAll(recheck);
    } catch (error) {
      recheck.log.warn({ err: error }, "live: sessions could not be rechecked");
    } finally {
      isAsking = false;
    }
  }, recheck.everyMs);
  return { stop: () => clearInterval(timer) };
}

async function askForAll({ io, gate }: SessionRecheck): Promise<void> {
  const askedAtMs = performance.now();
  const sockets = [...io.of("/").sockets.values()];
  if (sockets.length === 0) return;
  const standing = await gate.recheck([...new Set(sockets.map((socket) => socket.data.visitor.sessionId))]);
  for (const socket of sockets) {
    const visitor = standing.get(socket.data.visitor.sessionId);
    if (visitor === undefined) socket.disconnect(true);
    else {
      socket.data.provedAtMs = askedAtMs;
      follow(socket, visitor);
    }
  }
}

/** Rights may have changed under the session: rooms are what they are today. */
function follow(socket: LiveSocket, visitor: LiveVisitor): void {
  const before = topicsOf(socket.data.visitor);
  const now = topicsOf(visitor);
  socket.data.visitor = visitor;
  for (const topic of before) if (!now.includes(topic)) socket.leave(topic);
  for (const topic of now) if (!before.includes(topic)) socket.join(topic);
}

function closeUnproved(io: LiveServer, provedSinceMs: number): void {
  for (const socket of io.of("/").sockets.values()) {
    if (socket.data.provedAtMs < provedSinceMs) socket.conn.close();
  }
}

function closeNoisy(io: LiveServer): void {
  for (const socket of io.of("/").sockets.values()) {
    if (socket.data.packets > PACKETS_PER_RECHECK) socket.disconnect(true);
    else socket.data.packets = 0;
  }
}
