import type { RequestHandler } from "@remix-run/node";
import { STYLE_HASH_HEADER } from "#app/platform/kept-pages/answer-kept-page.ts";
import type { Platform } from "#app/platform/platform.ts";
import type { EdgeRequest, EdgeResponse, EdgeStep, Encounter } from "./encounter.ts";
import { RETRY_SECONDS } from "./refuse.server.ts";
import { cachedPagePolicy } from "./security-headers.ts";

/**
 * Gives a judged request to Remix. Ours instead of @remix-run/express: that one takes host and port from
 * X-Forwarded-Host, hands over a body without end, and writes to slow readers without waiting for them.
 */
export function serveRemix(platform: Platform, handle: RequestHandler): EdgeStep {
  return (request, response, next) => {
    const given = new AbortController();
    response.once("close", () => {
      if (!response.writableFinished) given.abort();
    });
    answer(platform, handle, request, response, given.signal).catch((error: unknown) => {
      if (!given.signal.aborted) next(error);
    });
  };
}

async function answer(
  platform: Platform,
  handle: RequestHandler,
  request: EdgeRequest,
  response: EdgeResponse,
  signal: AbortSignal,
): Promise<void> {
  const { encounter } = response.locals;
  const page = await handle(toFetchRequest(request, encounter, signal), { platform, visit: encounter.visit });
  response.status(page.status);
  copyHeaders(page.headers, response);
  if (page.status === 503 && !response.hasHeader("Retry-After"))
    response.setHeader("Retry-After", RETRY_SECONDS);
  guardCaching(platform, encounter, response);
  if (page.body === null) response.end();
  else await send(page.body, response);
}

function toFetchRequest(request: EdgeRequest, encounter: Encounter, signal: AbortSignal): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers.set(name, Array.isArray(value) ? value.join(", ") : value);
  }
  const body = encounter.body === null ? {} : { body: encounter.body };
  return new Request(`${encounter.origin}${request.originalUrl}`, {
    method: request.method,
    headers,
    signal,
    ...body,
  });
}

/** What a route says replaces what the guard set, so that no header stands twice. */
function copyHeaders(headers: Headers, response: EdgeResponse): void {
  for (const [name, value] of headers) {
    if (name !== "set-cookie") response.setHeader(name, value);
  }
  const cookies = headers.getSetCookie();
  if (cookies.length > 0) response.setHeader("Set-Cookie", cookies);
}

/** A page that caches keep carries neither a nonce nor anybody's cookie. */
function guardCaching({ log }: Platform, { origin, visit }: Encounter, response: EdgeResponse): void {
  const styleHash = response.getHeader(STYLE_HASH_HEADER);
  response.removeHeader(STYLE_HASH_HEADER);
  if (!/\bpublic\b|\bs-maxage\b/i.test(String(response.getHeader("Cache-Control") ?? ""))) return;
  if (response.hasHeader("Set-Cookie")) {
    log.error({ requestId: visit.requestId }, "a route wanted a page with a cookie to be cached; it is not");
    response.setHeader("Cache-Control", "no-store");
  } else if (origin !== null) {
    response.setHeader(
      "Content-Security-Policy",
      cachedPagePolicy(origin, typeof styleHash === "string" ? styleHash : null),
    );
  }
}

/** Waits for slow readers, so that an answer takes no more memory than they take time. */
async function send(body: ReadableStream<Uint8Array>, response: EdgeResponse): Promise<void> {
  try {
    for await (const chunk of body as unknown as AsyncIterable<Uint8Array>) {
      if (response.destroyed) return;
      const hasRoom = response.write(chunk);
      // compression() holds small chunks back until it is told to let go.
      (response as { flush?: () => void }).flush?.();
      if (!hasRoom) await room(response);
    }
    response.end();
  } catch (error) {
    response.destroy();
    throw error;
  }
}

function room(response: EdgeResponse): Promise<void> {
  return new Promise((resolve) => {
    const go = () => {
      response.off("drain", go).off("close", go);
      resolve();
    };
    response.on("drain", go).on("close", go);
  });
}
