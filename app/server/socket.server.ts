import type { Server as HttpServer } from "node:http";
import { makeLiveGate } from "#app/features/accounts/make-live-gate.server.ts";
import type { LiveSockets } from "#app/platform/live/live-sockets.server.ts";
import type { Platform } from "#app/platform/platform.ts";

/**
 * Puts the live connection on a web process's HTTP server. After the request handler is on it and before it
 * listens: Socket.IO takes its own path off the server and leaves the rest alone.
 */
export function attachLive(platform: Platform, sockets: LiveSockets, http: HttpServer): void {
  sockets.attach(http, makeLiveGate(platform));
}
