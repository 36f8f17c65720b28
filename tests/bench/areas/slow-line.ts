import type { Browser, BrowserContextOptions } from "playwright-core";

/** A phone on a poor line, as the public measures of page speed have it. */
const LINE = { latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750, offline: false };
const CPU_SLOWER_TIMES = 4;
export const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
} as const;
/** After the last paint that counts, the page's own later requests still come. */
const SETTLED_MS = 1_500;

export interface Visit {
  /** When the largest text or picture of the first screen stood there. */
  readonly largestPaintMs: number;
  readonly bytes: number;
  readonly scriptBytes: number;
}

type StorageState = BrowserContextOptions["storageState"];

/** One cold visit, as somebody who opens the page for the first time. */
export async function visitSlowly(browser: Browser, url: string, storageState: StorageState): Promise<Visit> {
  const context = await browser.newContext({ ...PHONE, ...(storageState ? { storageState } : {}) });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    const scripts = new Set<string>();
    let bytes = 0;
    let scriptBytes = 0;
    await session.send("Network.enable");
    await session.send("Network.emulateNetworkConditions", LINE);
    await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWER_TIMES });
    session.on("Network.responseReceived", ({ requestId, type }) => {
      if (type === "Script") scripts.add(requestId);
    });
    session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
      bytes += encodedDataLength;
      if (scripts.has(requestId)) scriptBytes += encodedDataLength;
    });
    await page.addInitScript(() => {
      const seen = window as unknown as { largestPaintMs: number };
      seen.largestPaintMs = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.largestPaintMs = entry.startTime;
      }).observe({ type: "largest-contentful-paint", buffered: true });
    });
    await page.goto(url, { waitUntil: "networkidle", timeout: 60_000 });
    await page.waitForTimeout(SETTLED_MS);
    const largestPaintMs = await page.evaluate(
      () => (window as unknown as { largestPaintMs: number }).largestPaintMs,
    );
    return { largestPaintMs, bytes, scriptBytes };
  } finally {
    await context.close();
  }
}
