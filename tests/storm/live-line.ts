import { io, type Socket } from "socket.io-client";
import type { Pair } from "./writers.ts";

/** The line that a member's open screen keeps. */
export function openLiveLine(origin: string, pair: Pair | undefined): Socket {
  return io(origin, {
    transports: ["websocket"],
    forceNew: true,
    extraHeaders: { Cookie: pair?.memberCookie ?? "", Origin: origin },
  });
}
