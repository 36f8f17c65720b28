import type { Server } from "node:http";
import { createRequestHandler, type RequestHandler, type ServerBuild } from "@remix-run/node";
import compression from "compression";
import express, { type ErrorRequestHandler, type RequestHandler as Step } from "express";
import { isPassingFault } from "#app/platform/faults/passing-fault.ts";
import type { Platform } from "#app/platform/platform.ts";
import { answerFaults } from "./edge/answer-faults.server.ts";
import { type DrainWish, makeDrainage } from "./edge/drain-server.server.ts";
import type { EdgeResponse } from "./edge/encounter.ts";
import { judgeLine, judgeSender, meet, takeBody } from "./edge/guard.server.ts";
import { makeHardServer, type ServerLimits } from "./edge/harden-server.server.ts";
import { makeRouteNamer } from "./edge/name-routes.ts";
import { answerProbes, decisiveParts, type ReadinessChecks } from "./edge/probes.server.ts";
import { makeBodyReceiver } from "./edge/receive-body.server.ts";
import { recordRequests } from "./edge/record-requests.server.ts";
import { refuse } from "./edge/refuse.server.ts";
import { serveFiles } from "./edge/serve-files.server.ts";
import { serveKeptPages } from "./edge/serve-kept-pages.server.ts";
import { serveRemix } from "./edge/serve-remix.server.ts";

export interface HttpServerParts {
  readonly platform: Platform;
  /** The built pages; in development a function that gives the latest. */
  readonly build: ServerBuild | (() => Promise<ServerBuild>);
  readonly readiness: ReadinessChecks;
  /** Vite's middleware, in development, which serves the browser's files instead of the build folder. */
  readonly devFiles?: Step;
  readonly limits?: ServerLimits;
}

export interface HttpServer {
  /** Not yet listening, so that the live connection can be attached first. */
  readonly server: Server;
  /** /readyz answers 503, no new connections, requests in flight finish. Resolves with how many were cut off. */
  drain(wish?: DrainWish): Promise<number>;
}

/** All bodies that are on their way to this process together. */
const BODY_BUDGET_BYTES = 64 * 1_024 * 1_024;

/** Everything a request passes, in order. Nothing reaches a route but through here. */
export async function makeHttpServer(parts: HttpServerParts): Promise<HttpServer> {
  const { platform, build } = parts;
  const { config, clock } = platform;
  const routes = Object.values((typeof build === "function" ? await build() : build).routes);
  const app = express();
  app.disable("x-powered-by").disable("etag").set("query parser", false).set("trust proxy", false);
  const serveKept = serveKeptPages(platform);
  const server = makeHardServer((request, response) => {
    if (!serveKept(request, response)) app(request, response);
  }, parts.limits);
  const drainage = makeDrainage(server);

  app.use(
    ...([
      meet(platform),
      recordRequests(platform, makeRouteNamer(routes.filter((route) => route !== undefined))),
      judgeLine,
      answerProbes(parts.readiness, clock, drainage.isDraining, decisiveParts(config.role)),
      judgeSender,
      takeBody(makeBodyReceiver(BODY_BUDGET_BYTES)),
      compression(),
      parts.devFiles ?? serveFiles(config.appRoot),
      serveRemix(platform, remixHandler(build, config.mode)),
    ] as Step[]),
  );
  app.use(answerBroken(platform));
  return { server, drain: drainage.drain };
}

function remixHandler(build: HttpServerParts["build"], mode: Platform["config"]["mode"]): RequestHandler {
  if (typeof build !== "function") return createRequestHandler(answerFaults(build), mode);
  return createRequestHandler(async () => answerFaults(await build()), mode);
}

/** What nobody foresaw: told to the log with its place, to the visitor with the request's name only. */
function answerBroken({ log }: Platform): ErrorRequestHandler {
  return (error, request, response, _next) => {
    const { visit } = (response as EdgeResponse).locals.encounter;
    if (isPassingFault(error)) {
      log.warn({ err: error, requestId: visit.requestId }, "a request found no ground to stand on");
      return refuse(request, response as EdgeResponse, "unavailable");
    }
    log.error({ err: error, requestId: visit.requestId }, "a request broke the server");
    refuse(request, response as EdgeResponse, "broken");
  };
}
