import path from "node:path";
import express from "express";
import type { EdgeStep } from "./encounter.ts";
import { refuse } from "./refuse.server.ts";

const ONE_YEAR = "public, max-age=31536000, immutable";
const ONE_DAY = "public, max-age=86400, stale-while-revalidate=604800";

/** The built files of the browser. Those under /assets carry their content's hash in their name. */
export function serveFiles(appRoot: string): EdgeStep {
  const serve = express.static(path.join(appRoot, "build/remix/client"), {
    index: false,
    redirect: false,
    dotfiles: "ignore",
    cacheControl: false,
    setHeaders(response) {
      const { encounter } = (response as Parameters<EdgeStep>[1]).locals;
      encounter.kind = "file";
      response.setHeader("Cache-Control", response.req.url.startsWith("/assets/") ? ONE_YEAR : ONE_DAY);
    },
  });
  return (request, response, next) => {
    if (request.method !== "GET" && request.method !== "HEAD") return next();
    serve(request, response, (error?: unknown) => {
      // A file of an older build must not cost a rendered page, and must never be remembered as missing.
      if (!error && request.path.startsWith("/assets/")) refuse(request, response, "not_found");
      else next(error);
    });
  };
}
