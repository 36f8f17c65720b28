import { readFile, writeFile } from "node:fs/promises";
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
const chunkOf: Rollup.GetManualChunk = (id, { getModuleInfo }) => {
  if (
    /node_modules\/(?:react|react-dom|react-router|react-router-dom|scheduler|@remix-run|turbo-stream)\//.test(
      id,
    )
  ) {
    return "framework";
  }
  const importers = id.includes("/lucide-react/") ? (getModuleInfo(id)?.importers ?? []) : [];
  const isIn = (shared: RegExp) => shared.test(id) || importers.some((importer) => shared.test(importer));
  if (isIn(EVERYWHERE)) return "kit";
  return isIn(ABOUT_WORK) ? "work" : undefined;
};

/** The shell, and of the kit what most pages are made of; the rest of the kit comes with the pages that use it. */
const EVERYWHERE =
  /\/app\/ui\/(?:[^/]+|(?:shell|live)\/[^/]+|kit\/(?:button|button-style|card|disclosure|empty-state|error-summary|field-frame|flash|form-card|link-button|notice|number-field|pill|submit-button|text-area|text-field|text-link))\.tsx?$/;

const ABOUT_WORK =
  /\/app\/(?:ui\/activity\/(?:kind-icon|paths|use-reason)|messages\/vi\/(?:activity(?:-\w+)?|household-priorities|verification-reasons)|domain\/(?:ids|activity\/scheme|plan\/activity-proposal))\.tsx?$/;

/** Compressed once and as well as it goes, instead of at each request; the server sends these as they are. */
function packAhead(): Plugin {
  return {
    name: "pack-ahead",
    apply: "build",
    async writeBundle({ dir = "." }, bundle) {
      const names = Object.keys(bundle).filter((name) => /^assets\/.*\.(?:js|css)$/.test(name));
      await Promise.all(
        names.map(async (name) => {
          const file = path.join(dir, name);
          const content = await readFile(file);
          await writeFile(`${file}.br`, await promisify(brotliCompress)(content));
          await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }));
        }),
      );
    },
  };
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig), ...(isSsrBuild ? [] : [packAhead()])],
  // Development: every page's packages are found at the start. Found one by one, React would be loaded twice.
  optimizeDeps: { entries: ["app/entry.client.tsx", "app/root.tsx", "app/routes/**/*.tsx"] },
  build: {
    assetsInlineLimit: 0,
    target: "chrome111",
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
  },
}));
