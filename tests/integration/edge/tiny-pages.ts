import type { ActionFunctionArgs, LoaderFunctionArgs, ServerBuild } from "@remix-run/node";
import { z } from "zod";
import { readForm } from "#app/features/forms/read-form.server.ts";
import { lineText, noteText } from "#app/features/forms/text.schema.ts";

/** What the tiny pages saw, for tests to count. */
export interface Seen {
  /** Of actions that ran, the address each was called at. */
  readonly actions: string[];
  readonly loaders: string[];
  /** Of requests that reached a route, the addresses and headers they came with. */
  readonly requests: Request[];
  readonly addresses: string[];
}

const form = z.object({ name: lineText({ maximum: 80 }), note: noteText({ maximum: 4_000 }).optional() });

/**
 * A build by hand with one route of each kind, run by the real Remix: a page with an action, a page under a layout
 * that would refuse, a resource route, and pages that stream, cache, break and wait.
 */
export function makeTinyPages(): { readonly build: ServerBuild; readonly seen: Seen } {
  const seen: Seen = { actions: [], loaders: [], requests: [], addresses: [] };
  const note = ({ request, context }: LoaderFunctionArgs | ActionFunctionArgs) => {
    seen.requests.push(request);
    if (context.visit) seen.addresses.push(context.visit.clientAddress);
  };
  const loader = (args: LoaderFunctionArgs) => {
    note(args);
    seen.loaders.push(new URL(args.request.url).pathname);
    return Response.json({ url: args.request.url });
  };
  const act = async (args: ActionFunctionArgs) => {
    note(args);
    seen.actions.push(args.request.url);
    const reading = await readForm(args.request, form);
    return Response.json(reading, { status: reading.ok ? 200 : 422 });
  };
  const resources: Record<
    string,
    Partial<Record<"loader" | "action", (args: LoaderFunctionArgs) => unknown>>
  > = {
    "api/save": { action: act, loader },
    "api/dong-bo": {
      action: async ({ request }) => Response.json({ bytes: (await request.arrayBuffer()).byteLength }),
    },
    "api/person/:phone": { loader },
    "api/cached": {
      loader: () => new Response("cached", { headers: { "Cache-Control": "public, max-age=60" } }),
    },
    "api/cached-cookie": {
      loader: () => new Response("x", { headers: { "Cache-Control": "public", "Set-Cookie": "a=1" } }),
    },
    "api/broken-off": { loader: () => new Response(breakingStream()) },
    "api/endless": { loader: () => new Response(endlessStream()) },
    "api/slow": { loader: ({ request }) => slowly(request) },
    "api/large": {
      loader: () => new Response("ạ".repeat(40_000), { headers: { "Content-Type": "text/html" } }),
    },
    "api/no-ground": {
      loader: () => {
        throw Object.assign(new Error("no room"), { code: "53100" });
      },
    },
    "api/cookies": {
      loader: () =>
        new Response("x", {
          headers: [
            ["Set-Cookie", "a=1"],
            ["Set-Cookie", "b=2"],
          ],
        }),
    },
  };
  const page = { default: () => null };
  const route = (id: string, path: string | undefined, module: object, parentId = "root") => ({
    id,
    path,
    module,
    ...(id === "root" ? {} : { parentId }),
  });
  const routes = [
    route("root", "", { ...page, loader }),
    { ...route("home", undefined, { ...page, loader, action: act }), index: true },
    route("item", "item", { ...page, loader, action: act }),
    route("no-ground", "no-ground", { ...page, loader: resources["api/no-ground"]?.loader }),
    route("rest", "*", { ...page, loader }),
    ...Object.entries(resources).map(([path, module]) => route(path, path, module)),
  ];
  return { build: buildOf(routes), seen };
}

function buildOf(routes: readonly { readonly id: string; readonly module: object }[]): ServerBuild {
  const manifest = Object.fromEntries(
    routes.map((each) => [
      each.id,
      {
        ...each,
        module: `/assets/${each.id}.js`,
        hasLoader: "loader" in each.module,
        hasAction: "action" in each.module,
        hasClientLoader: false,
        hasClientAction: false,
        hasErrorBoundary: false,
      },
    ]),
  );
  return {
    mode: "production",
    entry: {
      module: {
        default: (_request: Request, status: number, headers: Headers) => {
          headers.set("Content-Type", "text/html");
          return new Response("<!doctype html><title>page</title>", { status, headers });
        },
        handleError: () => {},
      },
    },
    routes: Object.fromEntries(routes.map((each) => [each.id, each])),
    assets: {
      entry: { imports: [], module: "/assets/entry.js" },
      routes: manifest,
      url: "/assets/manifest.js",
      version: "1",
    },
    publicPath: "/",
    assetsBuildDirectory: "build/remix/client",
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: false,
      v3_singleFetch: true,
    },
    isSpaMode: false,
  } as unknown as ServerBuild;
}

function breakingStream(): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode("begun"));
    },
    pull() {
      throw new Error("the page broke in the middle");
    },
  });
}

/** Gives as fast as it is taken. */
function endlessStream(): ReadableStream<Uint8Array> {
  const chunk = new Uint8Array(64 * 1_024);
  return new ReadableStream({ pull: (controller) => controller.enqueue(chunk) });
}

function slowly(request: Request): Promise<Response> {
  const waitMs = Number(new URL(request.url).searchParams.get("ms"));
  return new Promise((resolve) => setTimeout(() => resolve(new Response("done")), waitMs));
}
