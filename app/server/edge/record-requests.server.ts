import type { Platform } from "#app/platform/platform.ts";
import type { EdgeStep } from "./encounter.ts";

/** One line and one observation for each request, by its route's pattern: no address, query, body or cookie. */
export function recordRequests(
  { log, metrics }: Pick<Platform, "log" | "metrics">,
  nameRoute: (path: string) => string,
): EdgeStep {
  return (request, response, next) => {
    response.once("close", () => {
      const { visit, startedAtMs, refusal, kind } = response.locals.encounter;
      const durationMs = performance.now() - startedAtMs;
      const route = kind === "page" && refusal !== "bad_address" ? nameRoute(request.path) : kind;
      const status = response.statusCode;
      // A refused request may linger while its caller still sends; it would only blur the times of real answers.
      if (refusal && refusal !== "broken") metrics.count("http_refused_total", { reason: refusal });
      else {
        const labels = { method: request.method, route, status: String(status) };
        metrics.observeSeconds("http_request_seconds", durationMs / 1_000, labels);
      }
      log[kind === "page" ? "info" : "debug"](
        {
          requestId: visit.requestId,
          method: request.method,
          route,
          channel: request.path.endsWith(".data") ? "data" : "document",
          status,
          durationMs: Math.round(durationMs * 10) / 10,
          ...(refusal ? { refusal } : {}),
          ...(response.writableFinished ? {} : { isBrokenOff: true }),
        },
        "request",
      );
    });
    next();
  };
}
