import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Pool } from "pg";
import pino from "pino";
import { io, type ManagerOptions, type Socket, type SocketOptions } from "socket.io-client";
import type { Config } from "#app/platform/config/config.ts";
import type { LiveGate, LiveVisitor } from "#app/platform/live/live-gate.ts";
import { type LivePace, openLiveSockets } from "#app/platform/live/live-sockets.server.ts";

/** Sessions as a list that the test shortens: the live connection knows them only through its gate. */
export class KnownSessions implements LiveGate {
  readonly #visitors = new Map<string, LiveVisitor>();
  /** Set to make every question fail, as with a database that is away. */
  isUnreachable = false;

  put(visitor: LiveVisitor): void {
    this.#visitors.set(visitor.sessionId, visitor);
  }

  end(sessionId: string): void {
    this.#visitors.delete(sessionId);
  }

  async authenticate(cookieHeader: string | undefined): Promise<LiveVisitor | null> {
    if (this.isUnreachable) throw new Error("sessions are out of reach");
    return this.#visitors.get(cookieHeader?.replace("session=", "") ?? "") ?? null;
  }

  async recheck(sessionIds: readonly string[]): Promise<ReadonlyMap<string, LiveVisitor>> {
    if (this.isUnreachable) throw new Error("sessions are out of reach");
    return new Map([...this.#visitors].filter(([sessionId]) => sessionIds.includes(sessionId)));
  }
}

export interface LiveProcessWish {
  readonly pool: Pool;
  readonly gate: LiveGate;
  readonly config?: Partial<Pick<Config, "redisUrl" | "database">>;
  readonly pace?: LivePace;
}

export const ORIGIN = "https://thidua.example";

/** A web process as far as the live connection is concerned: its own HTTP server, sockets and adapter. */
export async function startLiveProcess({ pool, gate, config, pace }: LiveProcessWish) {
  const http = createServer((_request, response) => response.writeHead(404).end());
  const live = openLiveSockets({
    config: { publicOrigins: [ORIGIN], redisUrl: null, database: null, ...config },
    pool,
    log: pino({ level: "silent" }),
    metrics: { level: () => undefined },
    ...(pace ? { pace } : {}),
  });
  live.attach(http, gate);
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo;
  return {
    live,
    url: `http://127.0.0.1:${port}`,
    async stop() {
      await live.close();
      await new Promise((resolve) => http.close(resolve));
    },
  };
}

export type LiveProcess = Awaited<ReturnType<typeof startLiveProcess>>;

export interface Screen {
  readonly socket: Socket;
  /** Every event the server sent, as it came. */
  readonly frames: unknown[][];
  /** The largest version told of each topic. */
  readonly versions: Map<string, number>;
}

export type ClientWish = Partial<ManagerOptions & SocketOptions>;

/** A browser's end, with the headers a browser would send. */
export function openScreen(url: string, sessionId: string | null, wish: ClientWish = {}): Screen {
  const socket = io(url, {
    transports: ["websocket"],
    forceNew: true,
    reconnectionDelay: 50,
    reconnectionDelayMax: 100,
    ...wish,
    extraHeaders: {
      origin: ORIGIN,
      ...(sessionId ? { cookie: `session=${sessionId}` } : {}),
      ...wish.extraHeaders,
    },
  });
  const screen: Screen = { socket, frames: [], versions: new Map() };
  socket.onAny((...frame) => screen.frames.push(frame));
  socket.on("versions", (versions: Record<string, number>) => {
    for (const [topic, version] of Object.entries(versions)) {
      screen.versions.set(topic, Math.max(version, screen.versions.get(topic) ?? 0));
    }
  });
  return screen;
}

/** "connect", or the refusal's text. */
export function outcomeOf(socket: Socket): Promise<string> {
  return new Promise((resolve) => {
    socket.once("connect", () => resolve("connect"));
    socket.once("connect_error", (error) => resolve(error.message));
  });
}

export function closed(socket: Socket): Promise<{ reason: string; afterMs: number }> {
  const beganAt = performance.now();
  return new Promise((resolve) => {
    socket.once("disconnect", (reason) => resolve({ reason, afterMs: performance.now() - beganAt }));
  });
}
