import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { CounterName, DurationName, LevelName, Metrics } from "./metrics.ts";

interface Definition {
  readonly help: string;
  readonly labels: readonly string[];
}

const COUNTERS: Record<CounterName, Definition> = {
  http_refused_total: { help: "Requests the guard turned away", labels: ["reason"] },
  job_failed_total: { help: "Jobs that used up their attempts", labels: ["job"] },
  sign_in_total: { help: "Sign-ins by outcome", labels: ["outcome"] },
  throttled_total: { help: "Tries beyond what a rule allows", labels: ["rule"] },
};

const DURATIONS: Record<DurationName, Definition & { readonly buckets: number[] }> = {
  http_request_seconds: {
    help: "Time from the first byte of a request to the last byte of its answer",
    labels: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
  },
  job_seconds: {
    help: "Time a job ran",
    labels: ["job", "outcome"],
    buckets: [0.01, 0.05, 0.1, 0.5, 1, 5, 15, 60, 300],
  },
};

const LEVELS: Record<LevelName, Definition> = {
  jobs_due: { help: "Jobs whose time has come and that have not run", labels: [] },
  jobs_failed: { help: "Jobs put aside after their last attempt", labels: [] },
  live_sockets: { help: "Open live connections of this process", labels: [] },
};

export interface MetricsOptions {
  /** Also memory, event loop and garbage collection of this process. */
  readonly ofProcess: boolean;
}

export function makeMetrics(options: MetricsOptions): Metrics {
  const registry = new Registry();
  if (options.ofProcess) collectDefaultMetrics({ register: registry });
  const counters = mapValues(
    COUNTERS,
    (name, { help, labels }) => new Counter({ name, help, labelNames: [...labels], registers: [registry] }),
  );
  const durations = mapValues(
    DURATIONS,
    (name, { help, labels, buckets }) =>
      new Histogram({ name, help, labelNames: [...labels], buckets, registers: [registry] }),
  );
  const levels = mapValues(
    LEVELS,
    (name, { help, labels }) => new Gauge({ name, help, labelNames: [...labels], registers: [registry] }),
  );
  return {
    count: (name, labels = {}) => counters[name].inc(labels),
    observeSeconds: (name, seconds, labels = {}) => durations[name].observe(labels, seconds),
    level: (name, value, labels = {}) => levels[name].set(labels, value),
    text: () => registry.metrics(),
  };
}

function mapValues<Key extends string, From, To>(
  definitions: Record<Key, From>,
  make: (name: Key, definition: From) => To,
): Record<Key, To> {
  const names = Object.keys(definitions) as Key[];
  return Object.fromEntries(names.map((name) => [name, make(name, definitions[name])])) as Record<Key, To>;
}
