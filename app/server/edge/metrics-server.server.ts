import http, { type Server } from "node:http";
import type { Platform } from "#app/platform/platform.ts";

/** `/metrics` on a port of its own, which is not the public's. Answers nothing else. */
export function openMetricsServer({ metrics, log }: Pick<Platform, "metrics" | "log">): Server {
  const server = http.createServer({ requestTimeout: 5_000, headersTimeout: 5_000 }, (request, response) => {
    if (request.url !== "/metrics" || request.method !== "GET") {
      response.writeHead(404).end();
      return;
    }
    metrics.text().then(
      (text) =>
        response.writeHead(200, { "Content-Type": "text/plain; version=0.0.4; charset=utf-8" }).end(text),
      (error: unknown) => {
        log.error({ err: error }, "metrics could not be written");
        response.writeHead(500).end();
      },
    );
  });
  return server;
}
