import type { ServerBuild } from "@remix-run/node";
import type { Config } from "#app/platform/config/config.ts";
import type { CommandFacts } from "./command-facts.ts";
import type { Pages } from "./open-doors.server.ts";
import { readCommandConfig } from "./read-command-config.server.ts";
import { serveUntilStopped } from "./serve-until-stopped.server.ts";
import { startHouse } from "./start-house.server.ts";

// The launcher starts it in the folder that holds package.json.
const appRoot = process.cwd();
const facts: CommandFacts = { appRoot, args: process.argv.slice(2), startedAt: process.hrtime.bigint() };
const config = readCommandConfig(facts);

/** Pages straight from their sources: Vite compiles what the browser asks for and reloads what changed. */
async function loadLivePages({ publicOrigins }: Config): Promise<Pages> {
  const { createServer } = await import("vite");
  const vite = await createServer({ root: appRoot, server: { middlewareMode: true, hmr: { port: 0 } } });
  process.stdout.write(`\nThi đua số, in development: ${publicOrigins[0]}\n`);
  return {
    devFiles: vite.middlewares,
    build: () => vite.ssrLoadModule("virtual:remix/server-build") as Promise<ServerBuild>,
  };
}

await serveUntilStopped(
  () => startHouse(config, loadLivePages),
  ({ firstOfficerLink }) => {
    if (firstOfficerLink) process.stdout.write(`First officer: ${firstOfficerLink}\n`);
  },
);
