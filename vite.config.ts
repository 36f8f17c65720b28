import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { build as bundle } from "esbuild";
import { defineConfig, type Plugin, type Rollup } from "vite";
import remixConfig from "./remix.config.js";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * What every page needs comes in two files, and what every page about work needs in a third, not in thirty: on a
 * slow line each request costs more than the bytes it brings. A route's own code stays its own.
 */
const chunkOf: Rollup.GetManualChunk = (id, graph) => {
  if (
    /node_modules\/(?:react|react-dom|react-router|react-router-dom|scheduler|@remix-run|turbo-stream)\//.test(
      id,
    )
  ) {
    return "framework";
  }
  if (isNeededByMany(id, graph)) return "kit";
  const importers = id.includes("/lucide-react/") ? (graph.getModuleInfo(id)?.importers ?? []) : [];
  return [id, ...importers].some((each) => ABOUT_WORK.test(each)) ? "work" : undefined;
};

/** Small parts that so many of the pages use come with the first of them; words and paths come with their own pages. */
const MANY = 0.05;
const SMALL_PARTS = /\/app\/ui\/kit\/|\/lucide-react\//;
const PAGE = /\/app\/routes\/.+\.tsx$/;
const AROUND_ALL_PAGES = /\/app\/(?:root|entry\.client)\.tsx/;

type Graph = Parameters<Rollup.GetManualChunk>[1];

function isNeededByMany(id: string, { getModuleIds, getModuleInfo }: Graph): boolean {
  const pages = new Set<string>();
  const users = new Set([id]);
  for (const user of users) {
    if (AROUND_ALL_PAGES.test(user)) return true;
    if (PAGE.test(user)) pages.add(user);
    else for (const importer of getModuleInfo(user)?.importers ?? []) users.add(importer);
  }
  if (!SMALL_PARTS.test(id)) return false;
  const all = [...getModuleIds()].filter((each) => PAGE.test(each));
  return pages.size > MANY * all.length;
}

const ABOUT_WORK =
  /\/app\/(?:ui\/activity\/(?:kind-icon|paths|use-reason)|messages\/vi\/(?:activity(?:-\w+)?|household-priorities|verification-reasons)|domain\/(?:ids|activity\/scheme|plan\/activity-proposal))\.tsx?$/;

interface ListedRoute {
  readonly id: string;
  readonly parentId?: string;
  readonly path?: string;
  readonly module: string;
  readonly imports: readonly string[];
  readonly css: readonly string[];
  readonly [flag: string]: unknown;
}

const FLAGS = ["hasLoader", "hasAction", "hasErrorBoundary", "index"] as const;
const LIST = /^window\.__remixManifest=(.+);$/s;

/**
 * Every page reads the list of all pages. Half of it named the parts other pages are built of, which only the server
 * asks for; of the page in hand they stand in its own head, where hydration has to find the same ones. The rest is
 * told in columns, and what does not fit into them as it is.
 */
function shortenList(script: string): string {
  const [, json] = LIST.exec(script) ?? [];
  if (json === undefined) throw new Error("the list of pages is not written as it used to be");
  const { routes, ...whole } = JSON.parse(json) as { routes: Record<string, ListedRoute>; entry: object };
  const plain = Object.values(routes).filter(
    ({ id, parentId, path: at, module, css }) =>
      parentId === "root" &&
      at?.startsWith("/") &&
      id.startsWith("routes/") &&
      /^\/assets\/[\w-]+\.js$/.test(module) &&
      css.length === 0,
  );
  const odd = Object.values(routes).filter((route) => !plain.includes(route));
  const flagsOf = (route: ListedRoute) =>
    FLAGS.reduce((sum, flag, place) => sum + (route[flag] === true ? 2 ** place : 0), 0).toString(16);
  const columns = [
    plain.map(({ id }) => id.slice("routes/".length)),
    plain.map(({ path: at }) => (at ?? "").slice(1)),
    plain.map(({ module }) => module.slice("/assets/".length, -".js".length)),
    plain.map(flagsOf),
  ];
  const given = JSON.stringify([
    whole,
    columns.map((column) => column.join()),
    odd.map(({ imports: _, ...rest }) => rest),
  ]);
  return `window.__remixManifest=(${readShortList})(${given},${JSON.stringify(FLAGS)});`;
}

/** Runs in the browser, by its own text: nothing from outside is at hand. */
const readShortList = `([whole,columns,odd],flags)=>{
const [ids,paths,modules,marks]=columns.map(each=>each.split(",")),routes={};
for(const each of odd)routes[each.id]=each;
ids.forEach((name,at)=>{
const id="routes/"+name,route={id,parentId:"root",path:"/"+paths[at],module:"/assets/"+modules[at]+".js",css:[]};
flags.forEach((flag,place)=>{route[flag]=(parseInt(marks[at],16)>>place)%2===1});
routes[id]=route});
whole.routes=routes;
whole.entry.imports=[...document.querySelectorAll("link[rel=modulepreload]")].map(each=>each.getAttribute("href")).slice(2);
return whole}`;

/** Compressed once and as well as it goes, instead of at each request; the server sends these as they are. */
function packAhead(): Plugin {
  return {
    name: "pack-ahead",
    apply: "build",
    // At the end of the second build: it adds the list of pages and the styles that only the server names.
    async closeBundle() {
      const folder = path.join(remixConfig.buildDirectory ?? "build", "client/assets");
      const names = (await readdir(folder)).filter((name) => /\.(?:js|css)$/.test(name));
      for (const name of names.filter((each) => /^manifest-\w+\.js$/.test(each))) {
        const file = path.join(folder, name);
        await writeFile(file, shortenList(await readFile(file, "utf8")));
      }
      await Promise.all(
        names.map(async (name) => {
          const file = path.join(folder, name);
          const content = await readFile(file);
          await writeFile(`${file}.br`, await promisify(brotliCompress)(content));
          await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
        }),
      );
    },
  };
}

/** The page that opens without a network, and what it asks for later. */
const POCKET = /\/app\/(?:root\.tsx|entry\.client\.tsx|routes\/public\/pocket\.tsx)/;
const POCKET_LATER = /\/app\/messages\/vi\/rejections\.ts$/;
const OTHER_WORDS = /\/app\/messages\/en\.ts$/;
const POCKET_LIST = "pocket-files.json";

interface PocketList {
  readonly book: readonly string[];
  readonly words: readonly string[];
}

/** Names the files of the book on the phone, as they were built: its page, what it needs and what that asks for. */
function listPocket(): Plugin {
  return {
    name: "list-pocket",
    apply: "build",
    generateBundle(_, bundle) {
      const chunks = Object.values(bundle).filter((part) => part.type === "chunk");
      const needs = (pattern: RegExp) =>
        chunks.filter(({ moduleIds }) => moduleIds.some((id) => pattern.test(id.split("?")[0] ?? id)));
      const isPocket = ({ facadeModuleId }: Rollup.OutputChunk) => POCKET.test(facadeModuleId ?? "");
      const names = new Set(
        [...chunks.filter(isPocket), ...needs(POCKET_LATER)].map(({ fileName }) => fileName),
      );
      for (const name of names) {
        const chunk = chunks.find(({ fileName }) => fileName === name);
        for (const each of chunk?.imports ?? []) names.add(each);
        // Of what comes later, what belongs to the book: never a translation or another page.
        for (const each of chunk?.dynamicImports ?? []) {
          const later = chunks.find(({ fileName }) => fileName === each);
          if (later?.moduleIds.some((id) => /\/app\/ui\/offline\//.test(id))) names.add(each);
        }
        for (const each of chunk?.viteMetadata?.importedCss ?? []) names.add(each);
      }
      const assets = Object.values(bundle).filter((part) => part.type === "asset");
      for (const { fileName } of assets) if (/\/app-[^/]*\.css$/.test(fileName)) names.add(fileName);
      const words = needs(OTHER_WORDS).flatMap(({ fileName, imports }) => [fileName, ...imports]);
      const list: PocketList = {
        book: [...names].sort(),
        words: [...new Set(words)].filter((name) => !names.has(name)).sort(),
      };
      this.emitFile({ type: "asset", fileName: POCKET_LIST, source: JSON.stringify(list) });
    },
  };
}

/** One file without imports, with the list of what it keeps; its own name stays, as the browser asks for it again. */
function bundleWorker(): Plugin {
  return {
    name: "bundle-worker",
    apply: "build",
    async closeBundle() {
      const folder = path.join(remixConfig.buildDirectory ?? "build", "client");
      const listed: PocketList = JSON.parse(await readFile(path.join(folder, POCKET_LIST), "utf8"));
      await rm(path.join(folder, POCKET_LIST));
      // Each page names the list of routes by its content.
      const routes = (await readdir(path.join(folder, "assets"))).filter((name) =>
        /^manifest-\w+\.js$/.test(name),
      );
      const hashed = [...listed.book, ...routes.map((name) => `assets/${name}`)].map((name) => `/${name}`);
      const loose = [
        "/icon.svg",
        ...(await readdir(path.join(folder, "fonts")))
          .filter((name) => name.endsWith(".woff2"))
          .map((name) => `/fonts/${name}`),
      ];
      const files = [
        ...hashed.map((url) => ({ url, revision: null })),
        ...(await Promise.all(
          loose.map(async (url) => ({ url, revision: digest(await readFile(path.join(folder, url))) })),
        )),
        // The page changes with its files and with nothing else.
        { url: "/so-tay", revision: digest(hashed.join()) },
      ];
      await bundle({
        entryPoints: ["app/ui/offline/open-without-network.ts"],
        outfile: path.join(folder, "service-worker.js"),
        bundle: true,
        minify: true,
        format: "iife",
        target: "chrome111",
        define: {
          __POCKET_FILES__: JSON.stringify(files),
          __OTHER_WORDS__: JSON.stringify(listed.words.map((name) => `/${name}`)),
          "process.env.NODE_ENV": '"production"',
        },
      });
    },
  };
}

function digest(content: string | Buffer): string {
  return createHash("sha256").update(content).digest("hex").slice(0, 16);
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [
    tailwindcss(),
    remix(remixConfig),
    ...(isSsrBuild ? [bundleWorker(), packAhead()] : [listPocket()]),
  ],
  // Development: every page's packages are found at the start. Found one by one, React would be loaded twice.
  optimizeDeps: { entries: ["app/entry.client.tsx", "app/root.tsx", "app/routes/**/*.tsx"] },
  build: {
    assetsInlineLimit: 0,
    target: "chrome111",
    rollupOptions: isSsrBuild
      ? {}
      : {
          output: {
            manualChunks: chunkOf,
            // Every page reads the list of all pages and their files: a name there is its content's hash and no more.
            entryFileNames: "assets/[hash].js",
            chunkFileNames: "assets/[hash].js",
          },
        },
  },
}));
