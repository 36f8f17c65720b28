import { once } from "node:events";
import type { Server } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import type { RequestHandler } from "express";
import type { House } from "./build-house.server.ts";
import { checkReadiness } from "./check-readiness.server.ts";
import { openMetricsServer } from "./edge/metrics-server.server.ts";
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

/** Begins to answer: pages, live connection and, on a port of their own, metrics. */
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
  const metrics = config.metricsPort === null ? null : openMetricsServer(platform);
  if (metrics && config.metricsPort !== null) await listen(metrics, config.metricsPort, config.host);
  return {
    async close() {
      metrics?.close();
      // Balancers are told first; the live sockets would otherwise hold the server open to the end of its time.
      const drained = http.drain();
      await live.close();
      const cut = await drained;
      if (cut > 0) log.warn({ cut }, "connections were cut at the end of the time to finish");
    },
  };
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  server.listen(port, host);
  await once(server, "listening");
}
