import type { Server } from "node:http";
import type { Socket } from "node:net";

export interface DrainWish {
  /** How long balancers may still send requests after /readyz began to answer 503. */
  readonly noticeMs?: number;
  /** Requests that are not answered by then are cut off. */
  readonly finishWithinMs?: number;
}

export interface Drainage {
  isDraining(): boolean;
  /** Resolves with the number of connections that had to be cut. */
  drain(wish?: DrainWish): Promise<number>;
}

const FINISH_WITHIN_MS = 8_000;
const SWEEP_MS = 50;

/** Ends a server in order: say so, stop accepting, let every request in flight finish, cut what remains. */
export function makeDrainage(server: Server): Drainage {
  const sockets = new Set<Socket>();
  let draining: Promise<number> | null = null;
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.prependListener("request", (_request, response) => {
    if (draining !== null) response.setHeader("Connection", "close");
  });
  return {
    isDraining: () => draining !== null,
    drain(wish = {}) {
      draining ??= drainOnce(server, sockets, wish);
      return draining;
    },
  };
}

async function drainOnce(server: Server, sockets: ReadonlySet<Socket>, wish: DrainWish): Promise<number> {
  await sleep(wish.noticeMs ?? 0);
  // Somebody else, such as Socket.IO, may have stopped the listening already; what is in flight counts all the same.
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // Connections become idle one by one as their answers end; a browser would keep them open for a minute.
  const sweep = setInterval(() => {
    server.closeIdleConnections();
    // Browsers also open connections in advance; Node counts those as busy.
    for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  }, SWEEP_MS);
  const isLate = await Promise.race([
    closed.then(() => false),
    sleep(wish.finishWithinMs ?? FINISH_WITHIN_MS).then(() => true),
  ]);
  clearInterval(sweep);
  const left = isLate ? sockets.size : 0;
  for (const socket of sockets) socket.destroy();
  await closed;
  return left;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms).unref());
}
