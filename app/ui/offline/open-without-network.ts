import { addPlugins, matchPrecache, precacheAndRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";

/** Written in by the build: the shell of the book, and the files it is made of. */
declare const __POCKET_FILES__: { readonly url: string; readonly revision: string | null }[];

/** The part of a service worker's world that is used here; the DOM's types know no workers. */
interface Worker {
  skipWaiting(): Promise<void>;
  addEventListener(name: "message", work: (event: { readonly data: unknown }) => void): void;
  readonly location: { readonly origin: string };
}

declare function importScripts(...paths: string[]): void;

const worker = globalThis as unknown as Worker;
const BOOK = "/so-tay";
const PATIENCE_MS = 8_000;

// Calls to the phone have their own file; one page has one worker.
importScripts("/call-worker.js");

// Nothing of a person is fetched into a cache: the shell comes as it comes to a stranger.
addPlugins([
  {
    requestWillFetch: async ({ request }) =>
      new Request(request.url, { credentials: "omit", cache: request.cache, mode: "same-origin" }),
  },
]);

/** Every page is asked of the network first. Where nobody answers, the book opens from the phone. */
registerRoute(
  ({ request, sameOrigin }) => sameOrigin && request.mode === "navigate",
  async ({ request, url }) => {
    try {
      return await answerInTime(request, isPlaceToLog(url.pathname));
    } catch (error) {
      const shell = await matchPrecache(BOOK);
      if (!shell) throw error;
      if (url.pathname === BOOK) return shell;
      return Response.redirect(`${worker.location.origin}${bookFor(url)}`, 302);
    }
  },
);

precacheAndRoute(__POCKET_FILES__, { ignoreURLParametersMatching: [/.*/] });

// The new version takes over when somebody asks for it, never by itself: something may be half written.
worker.addEventListener("message", ({ data }) => {
  if (data === "take-over") void worker.skipWaiting();
});

/** A line that says neither yes nor no is no line, for whoever wants to write something down. */
async function answerInTime(request: Request, isHurried: boolean): Promise<Response> {
  if (!isHurried || request.method !== "GET") return fetch(request);
  return Promise.race([
    fetch(request),
    new Promise<never>((_, fail) =>
      setTimeout(() => fail(new Error("nobody answered in time")), PATIENCE_MS),
    ),
  ]);
}

function isPlaceToLog(path: string): boolean {
  return path === BOOK || path === "/ghi-viec" || path === "/";
}

function bookFor({ pathname, searchParams }: URL): string {
  if (pathname !== "/ghi-viec") return pathname === "/" ? BOOK : `${BOOK}?trang`;
  const kind = searchParams.get("viec");
  return kind ? `${BOOK}?viec=${encodeURIComponent(kind)}` : `${BOOK}?ghi`;
}
