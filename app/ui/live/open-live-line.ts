import { io, type Socket } from "socket.io-client";
import type {
  ClientFrames,
  LiveRefusal,
  ServerFrames,
  TopicVersions,
} from "#app/platform/live/live-frames.ts";

interface LiveLineEvents {
  onVersions(versions: TopicVersions): void;
  onUp(): void;
  onDown(): void;
  /** The session behind this page has ended; nothing more will come. */
  onSignedOut(): void;
}

const RETRY_MS: Record<Exclude<LiveRefusal, "signed_out">, number> = {
  unavailable: 5_000,
  // More tabs than the server allows one session: this one looks in again now and then.
  too_many_sockets: 60_000,
};

/** Until the signal ends it. Of what the browser fetches for a page this comes last: see live-connection.tsx. */
export function openLiveLine(events: LiveLineEvents, signal: AbortSignal): void {
  const socket: Socket<ServerFrames, ClientFrames> = io({
    // WebSocket first: behind a proxy the polling requests of one visit may meet different processes.
    transports: ["websocket", "polling"],
    tryAllTransports: true,
    reconnectionDelayMax: 10_000,
  });
  signal.addEventListener("abort", () => socket.close());
  hear(socket, events, signal);
}

function hear(socket: Socket<ServerFrames, ClientFrames>, events: LiveLineEvents, signal: AbortSignal): void {
  socket.on("versions", events.onVersions);
  socket.on("connect", events.onUp);
  socket.on("disconnect", (reason) => {
    // Only an ended session, or one that misbehaves, is sent away by name.
    if (reason === "io server disconnect") events.onSignedOut();
    else if (reason !== "io client disconnect") events.onDown();
  });
  socket.on("connect_error", (error) => {
    if (error.message === "signed_out") return events.onSignedOut();
    if (error.message !== "too_many_sockets") events.onDown();
    // A refusal by the server ends Socket.IO's own attempts; a broken line does not.
    const retryMs = RETRY_MS[error.message as keyof typeof RETRY_MS];
    if (retryMs !== undefined) setTimeout(() => signal.aborted || socket.connect(), retryMs);
  });
  window.addEventListener("online", () => comeBack(socket, events), { signal });
  window.addEventListener("offline", events.onDown, { signal });
  document.addEventListener(
    "visibilitychange",
    () => document.visibilityState === "visible" && socket.connected && socket.emit("ask"),
    { signal },
  );
}

/** A short absence may have left the line as it was: then it is asked, and otherwise drawn anew at once. */
function comeBack(socket: Socket<ServerFrames, ClientFrames>, events: LiveLineEvents): void {
  if (!socket.connected) {
    socket.disconnect().connect();
    return;
  }
  socket.emit("ask");
  events.onUp();
}
