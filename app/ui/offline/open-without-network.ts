import { addPlugins, matchPrecache, precacheAndRoute } from "workbox-precaching";
import { registerRoute } from "workbox-routing";
import { CacheFirst } from "workbox-strategies";

/** Written in by the build: the shell of the book, and the files it is made of. */
declare const __POCKET_FILES__: { readonly url: string; readonly revision: string | null }[];
/** The words of the other language: as much again, and for few. */
declare const __OTHER_WORDS__: readonly string[];

/** The part of a service worker's world that is used here; the DOM's types know no workers. */
interface Worker {
  skipWaiting(): Promise<void>;
  addEventListener(name: "message", work: (event: { readonly data: unknown }) => void): void;
  addEventListener(
    name: "activate",
    work: (event: { waitUntil(work: Promise<unknown>): void }) => void,
  ): void;
  readonly location: { readonly origin: string };
}

declare function importScripts(...paths: string[]): void;

const worker = globalThis as unknown as Worker;
const BOOK = "/so-tay";
const WORDS = "loi-khac";
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

// Whoever reads in the other language has its words from then on without a network.
registerRoute(
  ({ url, sameOrigin }) => sameOrigin && __OTHER_WORDS__.includes(url.pathname),
  new CacheFirst({ cacheName: WORDS }),
);
worker.addEventListener("activate", (event) => event.waitUntil(dropOldWords()));

// The new version takes over when somebody asks for it, never by itself: something may be half written.
worker.addEventListener("message", ({ data }) => {
  if (data === "take-over") void worker.skipWaiting();
});

async function dropOldWords(): Promise<void> {
  const cache = await caches.open(WORDS);
  for (const { url } of await cache.keys()) {
    if (!__OTHER_WORDS__.includes(new URL(url).pathname)) await cache.delete(url);
  }
}

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
