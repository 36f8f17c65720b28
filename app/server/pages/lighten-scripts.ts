import path from "node:path";
import { minify } from "terser";
import type { Plugin } from "vite";

const ICON = /\/lucide-react\/dist\/esm\/icons\/[\w-]+\.mjs$/;
const ICON_MAKER = /\/createLucideIcon\.mjs$/;
const ICON_KEYS = /,\s*key: "\w+"/g;
const DISCOVERY = /\/@remix-run\/react\/dist\/esm\/fog-of-war\.js$/;
const ROUTE_BUILDER = /\/@remix-run\/react\/dist\/esm\/routes\.js$/;
const LINKS = /\/@remix-run\/react\/dist\/esm\/components\.js$/;
const EITHER_WAY = 'typeof singleFetch === "function"';

/**
 * Leaves out of the scripts what packages carry for uses that are not made of them here: keys by which the shapes
 * of an icon are told apart, for none is ever added; every way of drawing an icon but one; links that fetch ahead;
 * how data came before it came in a single answer. The build ends where the framework is no longer written so.
 */
export function leaveOutUnused(): Plugin {
  return {
    name: "leave-out-unused",
    apply: "build",
    enforce: "pre",
    resolveId(source, importer) {
      const isAsked = ICON_MAKER.test(source) && importer !== undefined && ICON.test(importer);
      return isAsked ? path.resolve("app/server/pages/draw-icon.ts") : null;
    },
    transform(code, id) {
      if (ICON.test(id)) return code.replace(ICON_KEYS, "");
      if (DISCOVERY.test(id)) return discoverOnTheWay;
      if (ROUTE_BUILDER.test(id)) return replace(code, { [EITHER_WAY]: "true" });
      if (LINKS.test(id)) return replace(code, FETCHES_AHEAD);
      if (/\/app\/.+\.tsx$/.test(id) && /\sprefetch[=:]/.test(code)) {
        throw new Error("no link fetches its page ahead: lighten-scripts.ts leaves that out");
      }
      return null;
    },
  };
}

/** Only pages that somebody opens are paid for, so no link asks for its page ahead. */
const FETCHES_AHEAD = {
  "usePrefetchBehavior(prefetch, props)": "[false, null, null]",
  "shouldPrefetch && !isAbsolute": "false",
  "isPageLinkDescriptor(link)": "false",
  'NavLink.displayName = "NavLink";': "",
};

function replace(code: string, parts: Readonly<Record<string, string>>): string {
  let lighter = code;
  for (const [part, instead] of Object.entries(parts)) {
    if (!code.includes(part)) throw new Error(`the framework is not written as it used to be: ${part}`);
    lighter = lighter.replaceAll(part, instead);
  }
  return lighter;
}

/**
 * In place of the framework's own discovery, which asks the server about every link: see list-routes.ts. Where the
 * list is gone, as after a new version, the page is opened as a whole.
 */
const discoverOnTheWay = `
import { createClientRoutes } from "./routes.js";
export const isFogOfWarEnabled = () => false;
export const getPartialManifest = (manifest) => manifest;
export const useFogOFWarDiscovery = () => {};
export function getPatchRoutesOnNavigationFunction(manifest, routeModules, future, isSpaMode) {
  if (!manifest.more) return undefined;
  let isWhole = false;
  return async ({ path, patch, signal }) => {
    if (isWhole) return;
    const routes = await manifest.more().catch(() => null);
    if (routes === null) {
      window.location.assign(path);
      return new Promise(() => {});
    }
    Object.assign(manifest.routes, routes);
    const parents = new Set(Object.values(routes).map(({ parentId }) => parentId));
    for (const parent of parents) {
      if (routes[parent]) continue;
      patch(parent, createClientRoutes(routes, routeModules, null, future, isSpaMode, parent));
    }
    isWhole = !signal.aborted;
  };
}
`;

/** Read by every page: worth the seconds that the better of two tools takes. */
const SHARED = new Set(["framework", "kit", "parts", "work", "kinds"]);
const NOTICE = /\/\*[*!](?:(?!\*\/)[\s\S])*@license(?:(?!\*\/)[\s\S])*\*\//g;

/** The packages' notices stand once in a file of their own, not in front of every page. */
export function shortenShared(): Plugin {
  const notices = new Set<string>();
  return {
    name: "shorten-shared",
    apply: "build",
    renderChunk: {
      order: "post",
      async handler(code, { name }) {
        if (!SHARED.has(name)) return null;
        for (const notice of code.match(NOTICE) ?? []) notices.add(notice);
        const { code: short } = await minify(code, {
          ecma: 2020,
          module: true,
          compress: { passes: 2 },
          format: { comments: false },
        });
        return short === undefined ? null : { code: short, map: null };
      },
    },
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "assets/notices.txt", source: [...notices].join("\n\n") });
    },
  };
}
