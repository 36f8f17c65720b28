import { makeId } from "#app/domain/ids.ts";
import type { EdgeRefusal } from "#app/messages/edge-refusals.ts";
import type { Platform } from "#app/platform/platform.ts";
import { bodyLimitOf } from "./body-limits.ts";
import { makeAddressReader, removeForwarding } from "./client-address.server.ts";
import type { EdgeRequest, EdgeStep, Encounter } from "./encounter.ts";
import { judgeAddress } from "./judge-address.ts";
import { isSentByOwnPage, makeOriginFinder } from "./judge-sender.ts";
import type { BodyReceiver } from "./receive-body.server.ts";
import { refuse } from "./refuse.server.ts";
import { securityHeaders } from "./security-headers.ts";

const NONCE_BYTES = 16;

/** The first step of every request: a name of its own, the headers of every answer, nothing believed. */
export function meet(platform: Pick<Platform, "config" | "clock" | "random">): EdgeStep {
  const { config, clock, random } = platform;
  const findOrigin = makeOriginFinder(config.publicOrigins);
  const readAddress = makeAddressReader(config.trustedProxies);
  return (request, response, next) => {
    const encounter: Encounter = {
      visit: {
        requestId: makeId(clock.now().getTime(), random.bytes(10)),
        clientAddress: readAddress(request),
        nonce: Buffer.from(random.bytes(NONCE_BYTES)).toString("base64url"),
      },
      origin: findOrigin(request.headers.host),
      startedAtMs: performance.now(),
      kind: "page",
      refusal: null,
      body: null,
    };
    removeForwarding(request);
    response.locals.encounter = encounter;
    const { origin, visit } = encounter;
    // Remix compares the Origin with the Host as text, and a client may have written the usual port out.
    if (origin !== null) request.headers.host = new URL(origin).host;
    const headers = securityHeaders({
      origin,
      nonce: visit.nonce,
      isDevelopment: config.mode === "development",
    });
    for (const [name, value] of Object.entries(headers))
      if (value !== undefined) response.setHeader(name, value);
    response.setHeader("X-Request-Id", visit.requestId);
    next();
  };
}

/** The address and the method, before anything looks at either. */
export const judgeLine: EdgeStep = (request, response, next) => {
  const isRead = request.method === "GET" || request.method === "HEAD";
  const refusal =
    isRead || request.method === "POST"
      ? judgeAddress(request.originalUrl)
      : ("method_refused" satisfies EdgeRefusal);
  if (refusal) return refuse(request, response, refusal);
  if (isRead && carriesBody(request)) return refuse(request, response, "body_unexpected");
  next();
};

/** The host, and for everything that may change something, the page it was sent from. */
export const judgeSender: EdgeStep = (request, response, next) => {
  const { origin } = response.locals.encounter;
  if (origin === null) return refuse(request, response, "host_unknown");
  const mayChange = request.method !== "GET" && request.method !== "HEAD";
  if (mayChange && !isSentByOwnPage(request.headers, origin)) return refuse(request, response, "cross_site");
  next();
};

/** The body, whole and within its route's limit, or not at all. */
export function takeBody(receive: BodyReceiver): EdgeStep {
  return (request, response, next) => {
    if (request.method !== "POST") return next();
    const limitBytes = bodyLimitOf(new URL(request.originalUrl, "http://any.invalid").pathname);
    if (
      request.headers.expect !== undefined &&
      Number(request.headers["content-length"] ?? 0) <= limitBytes
    ) {
      response.writeContinue();
    }
    receive(request, limitBytes).then((reading) => {
      if (reading.ok) {
        response.locals.encounter.body = reading.body;
        next();
      } else if (reading.code !== "gone") refuse(request, response, reading.code);
    }, next);
  };
}

function carriesBody(request: EdgeRequest): boolean {
  return (
    request.headers["transfer-encoding"] !== undefined || Number(request.headers["content-length"] ?? 0) !== 0
  );
}
