import { once } from "node:events";
import type { Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import type { House } from "./build-house.server.ts";
import { checkReadiness } from "./check-readiness.server.ts";
import type { DrainWish } from "./edge/drain-server.server.ts";
import { makeHttpServer } from "./http-server.server.ts";
import { attachLive } from "./socket.server.ts";

/** The pages as they were built, or as Vite has them at this moment. */
export interface Pages {
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly devFiles?: RequestHandler;
}

export interface Doors {
  close(): Promise<void>;
}

/**
 * Balancers need this long to see that /readyz turned to 503 and to send requests elsewhere; what they send to a door
 * that just closed is lost. With the notice a process is gone in less than ten seconds.
 */
const AMONG_SEVERAL: DrainWish = { noticeMs: 3_000, finishWithinMs: 5_000 };
/** A house of one process has no elsewhere. */
const ALONE: DrainWish = {};

/** Begins to answer: pages and live connection. */
export async function openDoors({ platform, live }: House, pages: Pages): Promise<Doors> {
  const { config, log } = platform;
  const http = await makeHttpServer({
    platform,
    build: pages.build,
    readiness: checkReadiness(platform),
    ...(pages.devFiles ? { devFiles: pages.devFiles } : {}),
  });
  attachLive(platform, live, http.server);
  await listen(http.server, config.port, config.host);
  return {
    async close() {
      // Balancers are told first; the live sockets would otherwise hold the server open to the end of its time.
      const wish = config.role === "web" ? AMONG_SEVERAL : ALONE;
      const drained = http.drain(wish);
      await pause(wish.noticeMs ?? 0);
      await live.close();
      const cut = await drained;
      if (cut > 0) log.warn({ cut }, "connections were cut at the end of the time to finish");
    },
  };
}

export async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, "listening");
}
