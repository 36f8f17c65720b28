import { chromium } from "playwright-core";
import { findChromium } from "#tests/support/chromium.ts";
import type { SeenPage } from "./crawl.ts";
import type { DemoHouse } from "./demo-house.ts";

const SETTLE_MS = 400;

export interface Opened {
  readonly found: string[];
  readonly pages: number;
}

/**
 * Opens pages on which strings of the attack stand, with the page's own policy switched off: what would run without it
 * is a hole, whether or not the policy would have stopped it today.
 */
export async function openInChromium(
  house: Pick<DemoHouse, "origin">,
  pages: readonly Pick<SeenPage, "who" | "address">[],
): Promise<Opened> {
  const search = await findChromium();
  if (!search.ok) return { found: [search.missing], pages: 0 };
  const { executablePath, environment } = search.chromium;
  const env = { ...process.env, ...environment } as Record<string, string>;
  const browser = await chromium.launch({ executablePath, env, chromiumSandbox: false });
  const found: string[] = [];
  let opened = 0;
  try {
    for (const { who, address } of pages) {
      const context = await browser.newContext({ bypassCSP: true, locale: "vi-VN", serviceWorkers: "block" });
      const { hostname } = new URL(house.origin);
      await context.addCookies(
        [...who.cookies].map(([name, value]) => ({
          name,
          value,
          domain: hostname,
          path: "/",
          secure: true,
          httpOnly: true,
        })),
      );
      const page = await context.newPage();
      page.on("dialog", (dialog) => {
        found.push(`${address} opened a dialog: ${dialog.message()}`);
        void dialog.dismiss();
      });
      try {
        await page.goto(house.origin + address, { timeout: 30_000 });
        await page.waitForTimeout(SETTLE_MS);
        if (await page.evaluate("window.__ran !== undefined || globalThis.hacked !== undefined"))
          found.push(`${address} ran a string of the attack`);
        opened += 1;
      } catch (error) {
        process.stdout.write(`${address} was not opened: ${String(error).slice(0, 120)}\n`);
      }
      await context.close();
    }
  } finally {
    await browser.close();
  }
  return { found, pages: opened };
}
