import { vitePlugin as remix } from "@remix-run/dev";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig, type Rollup } from "vite";
import remixConfig from "./remix.config.js";

declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}

/**
 * What every page needs comes in two files, not in thirty: on a slow line each request costs more than the
 * bytes it brings. A route's own code stays its own.
 */
const chunkOf: Rollup.GetManualChunk = (id, { getModuleInfo }) => {
  if (
    /node_modules\/(?:react|react-dom|react-router|react-router-dom|scheduler|@remix-run|turbo-stream)\//.test(
      id,
    )
  ) {
    return "framework";
  }
  if (isEverywhere(id)) return "kit";
  const importers = getModuleInfo(id)?.importers ?? [];
  return id.includes("/lucide-react/") && importers.some(isEverywhere) ? "kit" : undefined;
};

function isEverywhere(id: string): boolean {
  return (
    /\/app\/ui\/(?:[^/]+|(?:kit|shell|live)\/[^/]+)\.tsx?$/.test(id) && !/\/(?:qr-code|slip)\.tsx$/.test(id)
  );
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [tailwindcss(), remix(remixConfig)],
  // Development: every page's packages are found at the start. Found one by one, React would be loaded twice.
  optimizeDeps: { entries: ["app/entry.client.tsx", "app/root.tsx", "app/routes/**/*.tsx"] },
  build: {
    assetsInlineLimit: 0,
    target: "chrome111",
    rollupOptions: isSsrBuild ? {} : { output: { manualChunks: chunkOf } },
  },
}));
