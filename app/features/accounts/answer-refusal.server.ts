import { redirect } from "@remix-run/node";
import type { AccessRefusal } from "#app/domain/access/can.ts";
import { PATHS } from "./paths.ts";
import { safePath, withNext } from "./safe-path.ts";
import { clearSessionCookie, readCookie, SESSION_COOKIE } from "./session-cookie.server.ts";

/** One answer for what is not there and what is not yours. */
export function notFound(): Response {
  return new Response("Not Found", { status: 404, statusText: "Not Found" });
}

export function answerNotSignedIn(request: Request): Response {
  const stale = readCookie(request.headers.get("Cookie"), SESSION_COOKIE) !== null;
  const headers: HeadersInit = stale ? { "Set-Cookie": clearSessionCookie() } : {};
  if (isProgram(request)) return Response.json({ code: "not_signed_in" }, { status: 401, headers });
  return redirect(withNext(PATHS.signIn, pathOf(request)), { headers });
}

export function answerRefusal(request: Request, refusal: AccessRefusal): Response {
  if (refusal.code === "not_permitted") return notFound();
  if (isProgram(request)) return Response.json({ code: refusal.code }, { status: 403 });
  // Gone: the page of errors says that the commune was merged, and where to go on.
  if (refusal.code === "commune_ended") return new Response("Gone", { status: 410, statusText: "Gone" });
  return redirect(withNext(placeToSettle(refusal.code), pathOf(request)));
}

function placeToSettle(code: Exclude<AccessRefusal["code"], "not_permitted" | "commune_ended">): string {
  switch (code) {
    case "second_factor_required":
    case "fresh_proof_required":
      return PATHS.prove;
    case "second_factor_setup_required":
      return PATHS.secondFactor;
    case "password_change_required":
      return PATHS.password;
  }
}

/** Programs get a code instead of a page: nobody is there to be sent anywhere. */
function isProgram(request: Request): boolean {
  return new URL(request.url).pathname.startsWith("/api/");
}

/** The page itself, without what Remix adds for its own fetches. */
function pathOf(request: Request): string {
  const url = new URL(request.url);
  for (const name of ["_routes", "_data", "index"]) url.searchParams.delete(name);
  return safePath(url.pathname.replace(/\.data$/, "") + url.search);
}
