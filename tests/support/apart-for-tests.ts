import { readdirSync } from "node:fs";
import path from "node:path";
import { buildSync } from "esbuild";
import pino from "pino";
import type { ApartRunner } from "#app/platform/apart/apart.ts";
import { type ApartOptions, makeApartRunner } from "#app/platform/apart/make-apart-runner.server.ts";

const sources = path.resolve("app/server/apart");

/** The real runner on tasks built a moment ago, so that no test runs yesterday's build. */
export function apartForTests(
  limits: Pick<ApartOptions, "timeoutMs" | "memoryMb" | "waitingAtMost"> = {},
): ApartRunner {
  // Inside the project, where packages are found.
  const folder = path.resolve("build/apart-for-tests", String(process.pid));
  buildSync({
    entryPoints: readdirSync(sources).map((name) => path.join(sources, name)),
    outdir: folder,
    bundle: true,
    format: "esm",
    platform: "node",
    packages: "external",
    logLevel: "warning",
  });
  return makeApartRunner({ folder, log: pino({ level: "silent" }), ...limits });
}
