import { readFileSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import type { ServerBuild } from "@remix-run/node";
import { beforeAll, describe, expect, it } from "vitest";
import { buildPages } from "./built-house.ts";

const KB = 1_000;
/** Of the scripts a page names in its head: what it is drawn and operated with, before anything is touched. */
const MOST_KB = 110;

let assets: ServerBuild["assets"];
beforeAll(async () => {
  await buildPages();
  process.env.NODE_ENV = "production";
  const file = path.resolve("build/remix/server/index.js");
  ({ assets } = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as ServerBuild);
}, 300_000);

function scriptsOf(id: string): string[] {
  const parts = [assets.entry, assets.routes.root, assets.routes[id]];
  const named = parts.flatMap((part) => (part ? [part.module, ...(part.imports ?? [])] : []));
  return [...new Set([assets.url, ...named])];
}

function weigh(script: string): number {
  return gzipSync(readFileSync(path.join("build/remix/client", script)), { level: 9 }).length;
}

describe("what a page weighs", () => {
  it.each([
    ["where work is logged", "routes/member/activity-log"],
    ["of one's own points", "routes/member/points"],
    ["of the board", "routes/member/boards"],
    ["a member begins with", "routes/public/home"],
  ])("the page %s brings at most 110 kB of scripts by gzip", (_, id) => {
    const scripts = scriptsOf(id).map((script) => ({ script, bytes: weigh(script) }));
    const bytes = scripts.reduce((sum, each) => sum + each.bytes, 0);
    expect(bytes, JSON.stringify(scripts, null, 1)).toBeLessThanOrEqual(MOST_KB * KB);
  });
});
