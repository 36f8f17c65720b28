import { chromium } from "playwright-core";
import { findChromium } from "./chromium.ts";

/** Nothing leaves the machine: without these flags the browser calls its maker at every start. */
const QUIET_FLAGS = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-gpu",
  "--disable-quic",
];

export interface BrowserOfTheRun {
  readonly address: string;
  /** Empty when there is a browser; else the sentence that says what to install. */
  readonly missing: string;
  close(): Promise<void>;
}

/** One browser for the whole run; every journey connects to it and brings its own profiles. */
export async function startBrowser(): Promise<BrowserOfTheRun> {
  const search = await findChromium();
  if (!search.ok) {
    process.stderr.write(`\nNO BROWSER: ${search.missing} The journeys are skipped.\n\n`);
    return { address: "", missing: search.missing, close: async () => {} };
  }
  const server = await chromium.launchServer({
    executablePath: search.chromium.executablePath,
    env: { ...process.env, ...search.chromium.environment } as Record<string, string>,
    args: QUIET_FLAGS,
    // The only pages opened are the house's own; root has no sandbox to offer.
    chromiumSandbox: false,
  });
  return { address: server.wsEndpoint(), missing: "", close: () => server.close() };
}
