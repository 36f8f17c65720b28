/** Counts and times for /metrics. Labels are of a small closed set: never an id, an address or a name. */
export interface Metrics {
  count(name: CounterName, labels?: Record<string, string>): void;
  observeSeconds(name: DurationName, seconds: number, labels?: Record<string, string>): void;
  /** Something that goes up and down, such as open sockets. */
  level(name: LevelName, value: number, labels?: Record<string, string>): void;
  /** The Prometheus text of everything counted so far. */
  text(): Promise<string>;
}

export type CounterName = "http_refused_total" | "job_failed_total" | "sign_in_total" | "throttled_total";
export type DurationName = "http_request_seconds" | "job_seconds";
export type LevelName = "jobs_due" | "jobs_failed" | "live_sockets";
export type MetricName = CounterName | DurationName | LevelName;
