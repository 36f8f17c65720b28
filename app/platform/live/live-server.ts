import type { Server, Socket } from "socket.io";
import type { ClientFrames, ServerFrames } from "./live-frames.ts";
import type { LiveVisitor } from "./live-gate.ts";

/** What the server remembers of one open socket. */
export interface LiveSocketData {
  visitor: LiveVisitor;
  /** performance.now() of the last proof that the session is good. */
  provedAtMs: number;
  /** Packets since the last recheck. */
  packets: number;
}

type NoFrames = Record<string, never>;

export type LiveServer = Server<ClientFrames, ServerFrames, NoFrames, LiveSocketData>;
export type LiveSocket = Socket<ClientFrames, ServerFrames, NoFrames, LiveSocketData>;
