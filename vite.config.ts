import { createHash } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { build as bundle } from "esbuild";
import { defineConfig, type Plugin, type Rollup } from "vite";
import { chunkOf } from "./app/server/pages/divide-scripts.ts";
import { leaveOutUnused, shortenShared } from "./app/server/pages/lighten-scripts.ts";
import { listRoutes, ROUTE_LIST } from "./app/server/pages/list-routes.ts";
import remixConfig from "./remix.config.js";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

const assets = path.join(remixConfig.buildDirectory ?? "build", "client/assets");

/** Compressed once and as well as it goes, instead of at each request; the server sends these as they are. */
function packAhead(): Plugin {
  return {
    name: "pack-ahead",
    apply: "build",
    // At the end of the second build: it adds the list of pages and the styles that only the server names.
    async closeBundle() {
      const folder = assets;
      const names = (await readdir(folder)).filter((name) => /\.(?:js|css)$/.test(name));
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
      const routes = (await readdir(path.join(folder, "assets"))).filter((name) => ROUTE_LIST.test(name));
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
    ...(isSsrBuild
      ? [listRoutes(assets), bundleWorker(), packAhead()]
      : [leaveOutUnused(), shortenShared(), listPocket()]),
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
