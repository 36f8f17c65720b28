import type { Server as HttpServer } from "node:http";
import type { Pool } from "pg";
import type { Logger } from "pino";
import { Server } from "socket.io";
import type { Config } from "../config/config.ts";
import type { Metrics } from "../metrics/metrics.ts";
import { chooseAdapter } from "./choose-adapter.server.ts";
import { listenToTopics } from "./listen-to-topics.server.ts";
import type { LiveRefusal, Topic, TopicVersions } from "./live-frames.ts";
import { type LiveGate, type LiveVisitor, topicsOf } from "./live-gate.ts";
import type { LiveHub } from "./live-hub.ts";
import type { LiveServer, LiveSocket } from "./live-server.ts";
import { isOwnOrigin } from "./own-origin.server.ts";
import { readVersions } from "./read-versions.server.ts";
import { recheckSessions } from "./recheck-sessions.server.ts";

export interface LiveSockets extends LiveHub {
  /** Begins to answer on a web process. A worker never calls this and can still touch and close. */
  attach(http: HttpServer, gate: LiveGate): void;
  /** Takes leave of every browser, which will look for another process. Leaves the HTTP server running. */
  close(): Promise<void>;
}

export interface LivePlace {
  readonly config: Pick<Config, "publicOrigins" | "redisUrl" | "database">;
  readonly pool: Pool;
  readonly log: Logger;
  readonly metrics: Pick<Metrics, "level">;
  readonly pace?: LivePace;
}

export interface LivePace {
  /** How soon a missed announcement is made up for. */
  readonly sweepEveryMs: number;
  /** Two rounds bound the life of a revoked session's socket when every message about it was lost. */
  readonly recheckEveryMs: number;
}

const STANDARD_PACE: LivePace = { sweepEveryMs: 30_000, recheckEveryMs: 2_000 };

const SOCKETS_PER_SESSION = 8;
const SOCKETS_PER_PROCESS = 20_000;
/** The client only ever says "ask". */
const MESSAGE_BYTES = 1_024;

export function openLiveSockets({
  config,
  pool,
  log,
  metrics,
  pace = STANDARD_PACE,
}: LivePlace): LiveSockets {
  const { adapter, close: closeAdapter } = chooseAdapter(config, pool, log);
  const io: LiveServer = new Server({
    ...(adapter ? { adapter } : {}),
    allowRequest: (request, decide) => {
      const isWelcome =
        isOwnOrigin(request, config.publicOrigins) && io.engine.clientsCount < SOCKETS_PER_PROCESS;
      decide(null, isWelcome);
    },
    serveClient: false,
    maxHttpBufferSize: MESSAGE_BYTES,
    perMessageDeflate: false,
    httpCompression: false,
    connectTimeout: 5_000,
    pingInterval: 20_000,
    pingTimeout: 15_000,
  });
  const endings: (() => Promise<void> | void)[] = [];

  return {
    attach(http, gate) {
      io.attach(http);
      io.engine.on("headers", (headers: Record<string, string>) => {
        headers["Cache-Control"] = "no-store";
        headers["X-Content-Type-Options"] = "nosniff";
      });
      io.use((socket, next) => {
        admit(io, socket, gate, log).then((refusal) => next(refusal ? new Error(refusal) : undefined));
      });
      const countSockets = () => metrics.level("live_sockets", io.of("/").sockets.size);
      io.on("connection", (socket) => {
        countSockets();
        // The socket leaves the list only after this event.
        socket.on("disconnect", () => setImmediate(countSockets));
        welcome(socket, pool, log);
      });
      const listener = listenToTopics({
        pool,
        log,
        followedTopics: () => followedTopics(io),
        onVersions: (versions) => announce(io, versions),
        sweepEveryMs: pace.sweepEveryMs,
      });
      const recheck = recheckSessions({ io, gate, log, everyMs: pace.recheckEveryMs });
      endings.push(listener.stop, recheck.stop);
    },

    async touch(tx, ...topics) {
      await tx.$executeRaw`select tds_touch_topics(${topics as Topic[]}::text[])`;
    },

    readVersions: (topics) => readVersions(pool, topics),

    async closeSession(sessionId) {
      // First here, without waiting for an adapter whose Redis may be away.
      io.local.in(`session:${sessionId}`).disconnectSockets(true);
      io.in(`session:${sessionId}`).disconnectSockets(true);
    },

    async close() {
      for (const end of endings) await end();
      // Not io.close(): that would also stop the HTTP server under requests still being answered.
      for (const socket of io.of("/").sockets.values()) socket.conn.close();
      await io.of("/").adapter.close();
      io.engine?.close();
      await closeAdapter();
    },
  };
}

async function admit(
  io: LiveServer,
  socket: LiveSocket,
  gate: LiveGate,
  log: Logger,
): Promise<LiveRefusal | null> {
  let visitor: LiveVisitor | null;
  try {
    visitor = await gate.authenticate(socket.request.headers.cookie);
  } catch (error) {
    log.warn({ err: error }, "live: a session could not be checked");
    return "unavailable";
  }
  if (visitor === null) return "signed_out";
  const companions = io.of("/").adapter.rooms.get(`session:${visitor.sessionId}`)?.size ?? 0;
  if (companions >= SOCKETS_PER_SESSION) return "too_many_sockets";
  socket.data = { visitor, provedAtMs: performance.now(), packets: 0 };
  return null;
}

function welcome(socket: LiveSocket, pool: Pool, log: Logger): void {
  // Join first, read after: a change in between is told twice rather than never.
  socket.join(topicsOf(socket.data.visitor));
  let isAnswering = false;
  const tellVersions = async () => {
    if (isAnswering) return;
    isAnswering = true;
    try {
      socket.emit("versions", await readVersions(pool, topicsOf(socket.data.visitor)));
    } catch (error) {
      log.warn({ err: error }, "live: versions could not be read");
    } finally {
      isAnswering = false;
    }
  };
  socket.on("ask", tellVersions);
  socket.onAny(() => {
    socket.data.packets += 1;
  });
  tellVersions();
}

function announce(io: LiveServer, versions: TopicVersions): void {
  for (const [topic, version] of Object.entries(versions))
    io.local.to(topic).emit("versions", { [topic]: version });
}

/** Every socket also has a room of its own id, which is no topic. */
function followedTopics(io: LiveServer): string[] {
  return [...io.of("/").adapter.rooms.keys()].filter((room) => room.includes(":"));
}
