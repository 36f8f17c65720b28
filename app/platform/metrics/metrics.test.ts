import { expect, it } from "vitest";
import { makeMetrics } from "./make-metrics.server.ts";

it("speaks Prometheus text with every name declared from the start", async () => {
  const metrics = makeMetrics({ ofProcess: false });
  metrics.count("http_refused_total", { reason: "cross_site" });
  metrics.count("http_refused_total", { reason: "cross_site" });
  metrics.observeSeconds("http_request_seconds", 0.03, { method: "GET", route: "/", status: "200" });
  metrics.level("live_sockets", 3);
  const text = await metrics.text();
  expect(text).toContain('http_refused_total{reason="cross_site"} 2');
  expect(text).toContain('http_request_seconds_bucket{le="0.05",method="GET",route="/",status="200"} 1');
  expect(text).toContain("live_sockets 3");
  expect(text).toContain("# TYPE throttled_total counter");
});

it("refuses a label nobody declared, so that no id slips in", () => {
  const metrics = makeMetrics({ ofProcess: false });
  expect(() => metrics.count("sign_in_total", { account: "019a" })).toThrow("account");
});

it("keeps the counts of two houses in one process apart, and tells of the process when asked", async () => {
  const first = makeMetrics({ ofProcess: true });
  const second = makeMetrics({ ofProcess: false });
  first.count("sign_in_total", { outcome: "ok" });
  expect(await second.text()).not.toContain('outcome="ok"');
  expect(await first.text()).toContain("process_resident_memory_bytes");
});
