import http from "node:http";
import net from "node:net";
import { Writable } from "node:stream";
import { systemClock, systemRandom } from "#app/platform/clock/system-clock.server.ts";
import type { Config } from "#app/platform/config/config.ts";
import { parseConfig } from "#app/platform/config/parse-config.server.ts";
import { findFreePort } from "#app/platform/db/embedded/find-free-port.server.ts";
import { keepPages } from "#app/platform/kept-pages/keep-pages.server.ts";
import { makeLog } from "#app/platform/log/make-log.server.ts";
import { makeMetrics } from "#app/platform/metrics/make-metrics.server.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { ServerLimits } from "#app/server/edge/harden-server.server.ts";
import type { ReadinessChecks } from "#app/server/edge/probes.server.ts";
import { type HttpServer, makeHttpServer } from "#app/server/http-server.server.ts";
import { makeTinyPages, type Seen } from "./tiny-pages.ts";

export interface TinyHouse extends HttpServer {
  readonly platform: Platform;
  readonly port: number;
  readonly origin: string;
  readonly seen: Seen;
  /** The log so far, line by line. */
  logLines(): Record<string, unknown>[];
  close(): Promise<void>;
}

export interface TinyHouseWish {
  readonly config?: Partial<Config>;
  readonly readiness?: Partial<ReadinessChecks>;
  readonly limits?: ServerLimits;
  readonly appRoot?: string;
}

/** The real guard and the real Remix over tiny pages, listening on a port of their own. */
export async function openTinyHouse(wish: TinyHouseWish = {}): Promise<TinyHouse> {
  const port = await findFreePort();
  const reading = parseConfig(
    { NODE_ENV: "test", PORT: String(port) },
    { appRoot: wish.appRoot ?? process.cwd(), role: "all" },
  );
  if (!reading.ok) throw new Error(reading.problems.join("; "));
  const config: Config = { ...reading.config, ...wish.config };
  const lines: string[] = [];
  const destination = new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
  const platform = {
    config,
    clock: systemClock,
    random: systemRandom,
    log: makeLog({ mode: "production", role: "all" }, destination),
    metrics: makeMetrics({ ofProcess: false }),
    pages: keepPages(),
  } as Platform;
  const { build, seen } = makeTinyPages();
  const ready = async () => true;
  const readiness = { database: ready, jobs: ready, migrations: ready, ...wish.readiness };
  const made = await makeHttpServer({
    platform,
    build,
    readiness,
    ...(wish.limits ? { limits: wish.limits } : {}),
  });
  await new Promise<void>((resolve) => made.server.listen(port, "127.0.0.1", resolve));
  return {
    ...made,
    platform,
    port,
    origin: config.publicOrigins[0],
    seen,
    logLines: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>),
    close: async () => {
      await made.drain({ finishWithinMs: 0 });
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

export interface Ask {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Uint8Array;
}

/** One request with exactly these headers; fetch would add and forbid some. */
export function ask(
  house: Pick<TinyHouse, "port">,
  { method = "GET", path = "/", headers = {}, body }: Ask,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = http.request(
      {
        host: "127.0.0.1",
        port: house.port,
        method,
        path,
        agent: false,
        headers: { Host: `localhost:${house.port}`, ...headers },
      },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.on("end", () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: Buffer.concat(chunks).toString("utf8"),
          }),
        );
      },
    );
    request.on("error", reject);
    request.end(body);
  });
}

/** What a browser sends with a form of the house's own page. */
export function ownForm(house: Pick<TinyHouse, "origin">): Record<string, string> {
  return {
    Origin: house.origin,
    "Sec-Fetch-Site": "same-origin",
    "Content-Type": "application/x-www-form-urlencoded",
  };
}

/** Bytes as they are, until the server ends the connection or the time is up. */
export function talk(house: Pick<TinyHouse, "port">, words: string, waitMs = 5_000): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(house.port, "127.0.0.1", () => socket.write(words, "latin1"));
    let heard = "";
    const timer = setTimeout(() => {
      socket.destroy();
      resolve(heard);
    }, waitMs);
    socket.on("data", (chunk) => {
      heard += chunk.toString("utf8");
    });
    socket.on("close", () => {
      clearTimeout(timer);
      resolve(heard);
    });
    socket.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "ECONNRESET" && error.code !== "EPIPE") reject(error);
    });
  });
}
