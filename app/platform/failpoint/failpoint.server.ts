import type { Config } from "../config/config.ts";

/**
 * A place where a test may let the process die as a power cut would: FAILPOINT=name:n kills it at the n-th pass.
 * The count lives in the configuration, because the pages and the server hold two copies of this module.
 */
export function failpoint(config: Pick<Config, "mode" | "failpoint">, name: string): void {
  const wanted = config.failpoint;
  if (config.mode !== "test" || wanted?.name !== name) return;
  wanted.passed = (wanted.passed ?? 0) + 1;
  if (wanted.passed === wanted.pass) process.kill(process.pid, "SIGKILL");
}
