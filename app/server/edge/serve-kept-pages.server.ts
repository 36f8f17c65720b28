import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { PUBLIC_BOARD_PATH, publicBoardKey } from "#app/features/board-live/public-board-address.ts";
import { answerKeptPage } from "#app/platform/kept-pages/answer-kept-page.ts";
import type { Platform } from "#app/platform/platform.ts";
import { readPreference } from "#app/ui/appearance/preference.ts";
import { makeOriginFinder } from "./judge-sender.ts";
import { cachedPagePolicy, securityHeaders } from "./security-headers.ts";

/** True: answered. False: whatever it is, the guard and its route see to it. */
export type KeptPageServer = (request: IncomingMessage, response: ServerResponse) => boolean;

/**
 * A public page that was proved to be the latest a moment ago, straight from memory and ahead of everything else: when
 * a commune's result is in the news, a copy of the same bytes costs next to nothing. It judges as the guard does and
 * answers only what is beyond doubt: a bare GET, of this very address, at an origin of ours.
 */
export function serveKeptPages(platform: Pick<Platform, "pages" | "config" | "metrics">): KeptPageServer {
  const findOrigin = makeOriginFinder(platform.config.publicOrigins);
  const isDevelopment = platform.config.mode === "development";
  const headersOf = new Map<string, OutgoingHttpHeaders>();
  return (request, response) => {
    const { headers, method, url = "" } = request;
    if (method !== "GET" || !PUBLIC_BOARD_PATH.test(url) || announcesBody(request)) return false;
    const origin = findOrigin(headers.host);
    if (origin === null) return false;
    const page = platform.pages.fresh(publicBoardKey(url, readPreference(headers.cookie ?? null).language));
    if (page === null) return false;
    const startedAtMs = performance.now();
    const answer = answerKeptPage(page, {
      acceptEncoding: headers["accept-encoding"]?.toString() ?? null,
      ifNoneMatch: headers["if-none-match"] ?? null,
    });
    const key = `${origin} ${page.styleHash}`;
    let own = headersOf.get(key);
    if (own === undefined) {
      const policy = cachedPagePolicy(origin, page.styleHash);
      own = { ...securityHeaders({ origin, nonce: "", isDevelopment }), "Content-Security-Policy": policy };
      headersOf.set(key, own);
    }
    response.writeHead(answer.status, { ...own, ...answer.headers }).end(answer.bytes ?? undefined);
    const labels = { method, route: "/xa/:commune/bang", status: String(answer.status) };
    platform.metrics.observeSeconds(
      "http_request_seconds",
      (performance.now() - startedAtMs) / 1_000,
      labels,
    );
    return true;
  };
}

function announcesBody({ headers }: IncomingMessage): boolean {
  return headers["content-length"] !== undefined || headers["transfer-encoding"] !== undefined;
}
