import { makeMetrics } from "#app/platform/metrics/make-metrics.server.ts";
import { openMetricsServer } from "#app/server/edge/metrics-server.server.ts";
import { openTinyHouse } from "./tiny-house.ts";

// A tiny house in a process of its own, whose memory is only its own; metrics on the side.
const house = await openTinyHouse({ limits: JSON.parse(process.argv[2] ?? "{}") });
const metrics = openMetricsServer({ metrics: makeMetrics({ ofProcess: true }), log: house.platform.log });
metrics.listen(0, "127.0.0.1", () => {
  const { port } = metrics.address() as { port: number };
  process.stdout.write(`${JSON.stringify({ port: house.port, origin: house.origin, metricsPort: port })}\n`);
});
