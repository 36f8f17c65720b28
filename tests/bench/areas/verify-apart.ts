import pino from "pino";
import { CHECKS } from "#app/features/operations/verify/checks.server.ts";
import { verifyHouse } from "#app/features/operations/verify/verify-house.server.ts";
import { openPool } from "#app/platform/db/open-pool.server.ts";

/** What is recomputed from the ledger; the others do not grow with it. */
const OF_LEDGER = ["V1", "V2", "V3", "V4", "V5", "V6", "V7", "V8", "V9"];

export interface Telling {
  readonly findings: number;
  readonly seconds: number;
  readonly memoryMb: number;
}

const maintain = openPool(process.env.VERIFY_ADDRESS ?? "", pino({ level: "silent" }), {
  name: "verify",
  max: 2,
  statementTimeoutMs: 0,
});
const checks = CHECKS.filter(({ id }) => OF_LEDGER.includes(id));
const startedMs = performance.now();
let findings = 0;
for await (const report of verifyHouse({ maintain, manifest: [], checks, nowMs: Date.now })) {
  findings += report.findings;
  console.error(`${report.id} ${report.milliseconds} ms, ${report.findings} found`, report.first[0] ?? "");
}
const telling: Telling = {
  findings,
  seconds: (performance.now() - startedMs) / 1000,
  memoryMb: process.resourceUsage().maxRSS / 1000,
};
await maintain.end();
process.send?.(telling);
