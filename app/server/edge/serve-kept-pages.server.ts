import { PUBLIC_BOARD_PATH, publicBoardKey } from "#app/features/board-live/public-board-address.ts";
import { answerKeptPage } from "#app/platform/kept-pages/answer-kept-page.ts";
import type { Platform } from "#app/platform/platform.ts";
import { readPreference } from "#app/ui/appearance/preference.ts";
import type { EdgeStep } from "./encounter.ts";
import { cachedPagePolicy } from "./security-headers.ts";

/**
 * A public page that was proved to be the latest a moment ago, straight from memory. Everything else goes on to its
 * route, which asks for the version: a page is never older here than the moment KeptPages allows.
 */
export function serveKeptPages(platform: Pick<Platform, "pages">): EdgeStep {
  return (request, response, next) => {
    if (request.method !== "GET" || !PUBLIC_BOARD_PATH.test(request.url)) return next();
    const { origin } = response.locals.encounter;
    const { language } = readPreference(request.headers.cookie ?? null);
    const page = platform.pages.fresh(publicBoardKey(request.url, language));
    if (page === null || origin === null) return next();
    const answer = answerKeptPage(page, {
      acceptEncoding: request.headers["accept-encoding"]?.toString() ?? null,
      ifNoneMatch: request.headers["if-none-match"] ?? null,
    });
    response.statusCode = answer.status;
    for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
    response.setHeader("Content-Security-Policy", cachedPagePolicy(origin));
    response.end(answer.bytes ?? undefined);
  };
}
