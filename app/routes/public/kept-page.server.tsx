import type { Language } from "#app/messages/language.ts";
import { answerKeptPage, STYLE_HASH_HEADER } from "#app/platform/kept-pages/answer-kept-page.ts";
import type { KeptPage } from "#app/platform/kept-pages/kept-pages.ts";
import stylesheet from "#app/styles/public-board.css?url";
import { NotThere } from "#app/ui/public-board/not-there.tsx";
import { speechOf } from "#app/ui/public-board/speech.ts";
import { writeDocument } from "#app/ui/public-board/write-document.server.ts";

export function answerPage(request: Request, page: KeptPage, headers: HeadersInit = {}): Response {
  const answer = answerKeptPage(page, {
    acceptEncoding: request.headers.get("Accept-Encoding"),
    ifNoneMatch: request.headers.get("If-None-Match"),
  });
  const all = new Headers(answer.headers);
  if (page.styleHash !== null) all.set(STYLE_HASH_HEADER, page.styleHash);
  for (const [name, value] of new Headers(headers)) all.set(name, value);
  return new Response(answer.bytes && new Uint8Array(answer.bytes), { status: answer.status, headers: all });
}

/** One answer for what is not published, not there and not yours, to the byte. */
export function answerNotThere(language: Language, reason: "unknown" | "try_later" = "unknown"): Response {
  const html = writeDocument(
    <NotThere speech={speechOf(language, null)} stylesheet={stylesheet} reason={reason} />,
  );
  return new Response(html, {
    status: reason === "unknown" ? 404 : 429,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      Vary: "Cookie",
      ...(reason === "try_later" ? { "Retry-After": "600" } : {}),
    },
  });
}
