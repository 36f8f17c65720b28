import type { ReactElement } from "react";
import { writeDocument } from "#app/ui/public-board/write-document.server.ts";

/** A page for one resident: kept by nobody, found by no search, named to no other site. */
export function answerHelpPage(
  page: ReactElement,
  status = 200,
  headers: Record<string, string> = {},
): Response {
  return new Response(writeDocument(page), {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Cache-Control": "no-store",
      "X-Robots-Tag": "noindex",
      "Referrer-Policy": "no-referrer",
      ...headers,
    },
  });
}
