import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";
import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
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

/** Compressed once and as well as it goes, instead of at each request; the server sends these as they are. */
function packAhead(): Plugin {
  return {
    name: "pack-ahead",
    apply: "build",
    // At the end of the second build: it adds the list of pages and the styles that only the server names.
    async closeBundle() {
      const folder = path.join(remixConfig.buildDirectory ?? "build", "client/assets");
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

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig), ...(isSsrBuild ? [packAhead()] : [])],
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
