import { EventEmitter, once } from "node:events";
import { createConnection, createServer, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { findFreePort } from "#app/platform/db/embedded/find-free-port.server.ts";

/**
 * "cut": connections are reset, new ones too. "silent": they stand and carry nothing. "slow": 256 kbit/s for all
 * together. "lossy": three of ten packets are lost, which shows as waits, as TCP sends again. "breaking": every
 * connection breaks off some time.
 */
export type LineState = "whole" | "cut" | "silent" | "slow" | "lossy" | "breaking";

/** A line between two programs that can be made bad while they speak. */
export interface Line {
  readonly port: number;
  become(state: LineState): void;
  close(): Promise<void>;
}

const SLOW_BYTES_PER_MS = 256 / 8;
const LOST_OF_TEN = 3;
const FIRST_RESEND_MS = 200;
const MOST_RESENDS = 5;
const BREAKS_OF_HUNDRED = 4;

export async function openLine(targetPort: number): Promise<Line> {
  const port = await findFreePort();
  const sockets = new Set<Socket>();
  let state: LineState = "whole";
  const changes = new EventEmitter().setMaxListeners(0);
  let slowFreeAtMs = 0;

  /** What the line does to a packet; false when the connection breaks on it. */
  async function carry(bytes: number): Promise<boolean> {
    while (state === "silent") await once(changes, "change");
    if (state === "slow") {
      slowFreeAtMs = Math.max(performance.now(), slowFreeAtMs) + bytes / SLOW_BYTES_PER_MS;
      await pause(slowFreeAtMs - performance.now());
    }
    if (state === "lossy") await pause(resendingMs());
    return state !== "cut" && !(state === "breaking" && roll(100) < BREAKS_OF_HUNDRED);
  }

  async function pump(from: Socket, to: Socket): Promise<void> {
    try {
      for await (const packet of from) {
        if (!(await carry((packet as Buffer).length))) break;
        if (!to.write(packet as Buffer))
          await new Promise((resolve) => to.once("drain", resolve).once("close", resolve));
      }
    } catch {
      // The other end broke it off.
    }
    if (from.readableEnded && !to.destroyed) to.end();
    else for (const socket of [from, to]) socket.resetAndDestroy();
  }

  const server = createServer({ allowHalfOpen: true, noDelay: true }, (near) => {
    if (state === "cut") return void near.resetAndDestroy();
    const far = createConnection({ port: targetPort, host: "127.0.0.1", allowHalfOpen: true, noDelay: true });
    for (const socket of [near, far]) {
      sockets.add(socket);
      socket.on("error", () => {}).once("close", () => sockets.delete(socket));
    }
    far.once("error", () => near.resetAndDestroy());
    near.once("error", () => far.resetAndDestroy());
    void pump(near, far);
    void pump(far, near);
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  const resetAll = () => {
    for (const socket of sockets) socket.resetAndDestroy();
  };
  function become(next: LineState): void {
    state = next;
    changes.emit("change");
    if (next === "cut") resetAll();
  }

  return {
    port,
    become,
    async close() {
      become("cut");
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Each packet that is lost is sent again after twice the time. */
function resendingMs(): number {
  let waited = 0;
  for (let time = 0; time < MOST_RESENDS && roll(10) < LOST_OF_TEN; time++)
    waited += FIRST_RESEND_MS * 2 ** time;
  return waited;
}

function roll(below: number): number {
  return Math.floor(Math.random() * below);
}
