import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import express from "express";
import type { EdgeStep } from "./encounter.ts";
import { refuse } from "./refuse.server.ts";

const ONE_YEAR = "public, max-age=31536000, immutable";
const ONE_DAY = "public, max-age=86400, stale-while-revalidate=604800";

/** The forms the build has compressed ahead, best first: by their name in Accept-Encoding. */
const PACKED = [
  { coding: "br", suffix: ".br" },
  { coding: "gzip", suffix: ".gz" },
] as const;
const TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
};

/** What only a page can do or have done to it; said of each of its parts it would weigh more than many of them. */
const OF_PAGES_ONLY = [
  "Permissions-Policy",
  "X-Frame-Options",
  "Referrer-Policy",
  "Cross-Origin-Opener-Policy",
  "Origin-Agent-Cluster",
] as const;
/** Opened by itself such a file may do nothing at all. */
const PART_POLICY = "default-src 'none'; frame-ancestors 'none'";
const PART_OF_PAGES = /^\/(?:assets|fonts)\//;

/** The built files of the browser. Those under /assets carry their content's hash in their name. */
export function serveFiles(appRoot: string): EdgeStep {
  const root = path.join(appRoot, "build/remix/client");
  const packed = new Set(listPacked(path.join(root, "assets")));
  const serve = express.static(root, {
    index: false,
    redirect: false,
    dotfiles: "ignore",
    cacheControl: false,
    setHeaders(response) {
      const { encounter } = (response as Parameters<EdgeStep>[1]).locals;
      encounter.kind = "file";
      response.setHeader("Cache-Control", response.req.url.startsWith("/assets/") ? ONE_YEAR : ONE_DAY);
      if (!PART_OF_PAGES.test(response.req.url)) return;
      for (const name of OF_PAGES_ONLY) response.removeHeader(name);
      response.setHeader("Content-Security-Policy", PART_POLICY);
    },
  });
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    const form = PACKED.find(
      ({ coding, suffix }) =>
        packed.has(request.path + suffix) && accepts(request.headers["accept-encoding"], coding),
    );
    if (form) {
      response.setHeader("Content-Type", TYPES[path.extname(request.path)] ?? "application/octet-stream");
      response.setHeader("Content-Encoding", form.coding);
      response.setHeader("Vary", "Accept-Encoding");
      request.url = request.path + form.suffix;
    }
    serve(request, response, (error?: unknown) => {
      if (form && !response.headersSent) response.removeHeader("Content-Encoding");
      // A file of an older build must not cost a rendered page, and must never be remembered as missing.
      if (!error && request.path.startsWith("/assets/")) refuse(request, response, "not_found");
      else next(error);
    });
  };
}

function accepts(header: string | string[] | undefined, coding: string): boolean {
  return String(header ?? "")
    .split(",")
    .map((each) =>
      each
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/),
    )
    .some(([name, quality = "q=1"]) => name === coding && !/^q=0(?:\.0*)?$/.test(quality));
}

function listPacked(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => PACKED.some(({ suffix }) => name.endsWith(suffix)))
    .map((name) => `/assets/${name}`);
}
