import type { TestProject } from "vitest/node";
import { startBrowser } from "./browser-for-the-run.ts";
import { makeDataDir, startHouse } from "./house.ts";
import { inhabit } from "./inhabit.ts";

declare module "vitest" {
  interface ProvidedContext {
    house: { readonly origin: string; readonly dataDir: string };
    /** Where the run's browser listens; empty when there is none. */
    browser: string;
    browserMissing: string;
  }
}

/** One inhabited house and one browser for every journey; a journey that needs an empty house starts its own. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await makeDataDir();
  await inhabit(dataDir);
  const [house, browser] = await Promise.all([startHouse({ dataDir }), startBrowser()]);
  project.provide("house", { origin: house.origin, dataDir });
  project.provide("browser", browser.address);
  project.provide("browserMissing", browser.missing);
  return async () => {
    await browser.close();
    await house.remove();
  };
}
