import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import type { Config } from "#app/platform/config/config.ts";
import type { Pages } from "./open-doors.server.ts";

export async function loadBuiltPages(config: Config): Promise<Pages> {
  const file = path.join(config.appRoot, "build/remix/server/index.js");
  return { build: (await import(pathToFileURL(file).href)) as ServerBuild };
}
