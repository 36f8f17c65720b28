import { type EdgeRefusal, edgeRefusals } from "#app/messages/edge-refusals.ts";
import type { Language } from "#app/messages/language.ts";
import { readPreference } from "#app/ui/appearance/preference.ts";
import type { EdgeRequest, EdgeResponse } from "./encounter.ts";

export const STATUS: Readonly<Record<EdgeRefusal, number>> = {
  bad_address: 400,
  address_too_long: 414,
  method_refused: 405,
  host_unknown: 421,
  cross_site: 403,
  body_too_large: 413,
  body_unexpected: 400,
  body_too_slow: 408,
  not_found: 404,
  clashed: 409,
  unavailable: 503,
  broken: 500,
};

/** What stands on failing ground heals within half a minute; callers need not wait for the last second of it. */
export const RETRY_SECONDS = 15;

/** How long a caller may go on sending what nobody reads, before the connection is cut. */
const LINGER_MS = 3_000;

/** Turns a request away: a short page for people, JSON for programs, one shape for every reason. */
export function refuse(request: EdgeRequest, response: EdgeResponse, code: EdgeRefusal): void {
  const { encounter } = response.locals;
  encounter.refusal = code;
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const language = readPreference(request.headers.cookie ?? null).language;
  const requestId = encounter.visit.requestId;
  const answer = wantsJson(request)
    ? {
        type: "application/json",
        text: JSON.stringify({ error: { code, requestId, ...edgeRefusals[language][code] } }),
      }
    : { type: "text/html", text: refusalPage(code, language, requestId, encounter.visit.nonce) };
  const bytes = Buffer.from(answer.text, "utf8");
  response.status(STATUS[code]);
  response.setHeader("Content-Type", `${answer.type}; charset=utf-8`);
  response.setHeader("Content-Length", bytes.length);
  if (code === "unavailable") response.setHeader("Retry-After", RETRY_SECONDS);
  if (code === "method_refused") response.setHeader("Allow", "GET, HEAD, POST");
  if (isWholeRequestRead(request)) response.end(request.method === "HEAD" ? undefined : bytes);
  else endWhileCallerSends(request, response, bytes);
}

/**
 * A connection that is closed while the caller still sends is reset, and the answer with it. So the answer goes
 * out whole, what still comes is thrown away for a moment, and then the connection is cut.
 */
function endWhileCallerSends(request: EdgeRequest, response: EdgeResponse, bytes: Buffer): void {
  response.setHeader("Connection", "close");
  response.write(bytes);
  const cut = () => {
    clearTimeout(timer);
    response.end();
    request.socket.destroySoon();
  };
  const timer = setTimeout(cut, LINGER_MS);
  request.once("end", cut).once("close", cut).once("error", cut);
  request.resume();
}

function isWholeRequestRead(request: EdgeRequest): boolean {
  const carriesBody =
    request.headers["transfer-encoding"] !== undefined ||
    Number(request.headers["content-length"] ?? 0) !== 0;
  return request.complete || !carriesBody;
}

/** Fetches of scripts, among them Remix's own, and programs that ask for JSON. */
function wantsJson(request: EdgeRequest): boolean {
  const accept = request.headers.accept ?? "";
  return (
    request.headers["sec-fetch-dest"] === "empty" ||
    request.path.endsWith(".data") ||
    (accept.includes("application/json") && !accept.includes("text/html"))
  );
}

function refusalPage(code: EdgeRefusal, language: Language, requestId: string, nonce: string): string {
  const { title, body } = edgeRefusals[language][code];
  const words =
    language === "vi" ? { home: "Về trang đầu", id: "Mã yêu cầu" } : { home: "First page", id: "Request" };
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<style nonce="${nonce}">
:root { color-scheme: light dark; font: 1.125rem/1.6 system-ui, sans-serif }
main { max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem }
small { opacity: .7 }
</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p>${body}</p>
<p><a href="/">${words.home}</a></p>
<p><small>${words.id}: ${requestId}</small></p>
</main>
</body>
</html>
`;
}
