import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Locator,
  type Page,
} from "playwright-core";
import { expect, inject, test } from "vitest";

/** A cheap Android phone, held upright. */
export const PHONE = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
} as const;
export const DESK = { viewport: { width: 1280, height: 860 } } as const;

const EXPECTED_STATUS = /^Failed to load resource: the server responded with a status of 4\d\d/;

export interface Visitors {
  /** A new person with an own browser profile: no cookies, Vietnamese, the clock of Việt Nam. */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** The next page problem that reads like this is part of the story. */
  announceProblem(pattern: RegExp): void;
}

interface Watch {
  readonly problems: string[];
  readonly announced: RegExp[];
}

/** A test with people in browsers. It fails when any page complained and nobody had announced it. */
export const journey = test.extend<{ people: Visitors }>({
  people: async ({ task }, use) => {
    const address = inject("browser");
    if (address === "") return task.context.skip(inject("browserMissing"));
    const browser = await chromium.connect(address);
    const contexts: BrowserContext[] = [];
    const watch: Watch = { problems: [], announced: [] };
    const visit = async (options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({
        ...DESK,
        baseURL: inject("house").origin,
        locale: "vi-VN",
        timezoneId: "Asia/Ho_Chi_Minh",
        ...options,
      });
      contexts.push(context);
      context.setDefaultTimeout(15_000);
      context.on("page", (page) => watchPage(page, watch));
      return context.newPage();
    };
    await use({ visit, announceProblem: (pattern) => watch.announced.push(pattern) });
    const unannounced = watch.problems.filter(
      (problem) => !watch.announced.some((pattern) => pattern.test(problem)),
    );
    const hasFailed = task.result?.state === "fail" || unannounced.length > 0;
    if (hasFailed) await keepPictures(contexts, task.name);
    await browser.close();
    expect(unannounced, "what the pages complained of").toEqual([]);
  },
});

/** Errors of scripts and of the content security policy, missing parts, answers that admit a fault. */
function watchPage(page: Page, { problems }: Watch): void {
  page.on("pageerror", (error) => problems.push(`${page.url()}: ${error.stack ?? error.message}`));
  page.on("console", (message) => {
    const isProblem = message.type() === "error" || message.type() === "warning";
    if (isProblem && !EXPECTED_STATUS.test(message.text()))
      problems.push(`${page.url()}: console: ${message.text()}`);
  });
  page.on("response", (answer) => {
    const kind = answer.request().resourceType();
    const isPart = ["script", "stylesheet", "image", "font", "manifest"].includes(kind);
    if (answer.status() >= 500 || (isPart && answer.status() >= 400)) {
      problems.push(`${page.url()}: ${answer.status()} for ${kind} ${answer.url()}`);
    }
  });
}

async function keepPictures(contexts: readonly BrowserContext[], story: string): Promise<void> {
  const folder = path.join(tmpdir(), "house-journeys");
  mkdirSync(folder, { recursive: true });
  const stem = mkdtempSync(path.join(folder, `${story.replace(/[^a-z0-9]+/gi, "-").slice(0, 60)}-`));
  for (const [index, page] of contexts.flatMap((context) => context.pages()).entries()) {
    await page.screenshot({ path: path.join(stem, `${index}.png`), fullPage: true }).catch(() => {});
    writeFileSync(
      path.join(stem, `${index}.html`),
      `<!-- ${page.url()} -->\n${await page.content().catch(String)}`,
    );
  }
  process.stderr.write(`Pictures of the journey: ${stem}\n`);
}

/** No breach of WCAG 2.2 AA that a machine can see, by daylight; in the dark only colours are others. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  expect(await axeFindings(page, EVERY_RULE), `${page.url()} in light`).toEqual([]);
  await page.emulateMedia({ colorScheme: "dark", reducedMotion: "reduce" });
  expect(await axeFindings(page, RULES_OF_COLOUR), `${page.url()} in dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}

interface RulesToRun {
  readonly type: "tag" | "rule";
  readonly values: readonly string[];
}

const EVERY_RULE: RulesToRun = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
const RULES_OF_COLOUR: RulesToRun = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

interface AxeResult {
  readonly violations: readonly {
    readonly id: string;
    readonly help: string;
    readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[];
  }[];
}

async function axeFindings(page: Page, rules: RulesToRun): Promise<string[]> {
  // Colours on their way from one scheme to the other are nobody's choice. What is laid out later does not move on.
  await page.evaluate(`Promise.race([
    Promise.all(document.getAnimations().map(({ finished }) => finished.catch(() => {}))),
    new Promise((resolve) => setTimeout(resolve, 1000)),
  ])`);
  const source = readFileSync(path.resolve("node_modules/axe-core/axe.min.js"), "utf8");
  // Evaluated, not added as a script: the page's policy would rightly refuse a script of ours.
  await page.evaluate(`window.axe ?? (() => { ${source} })()`);
  const { violations } = await page.evaluate<AxeResult>(
    `window.axe.run(document, { runOnly: ${JSON.stringify(rules)} })`,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id} (${help}) at ${target.join(" ")}: ${failureSummary ?? ""}`,
    ),
  );
}

/** WCAG 1.4.10: at 320 pixels nothing has to be pushed sideways to be read. */
export async function expectReflow(page: Page): Promise<void> {
  const before = page.viewportSize();
  await page.setViewportSize({ width: 320, height: 640 });
  const overflowing = await page.evaluate<string[]>(`
    document.documentElement.scrollWidth <= 320 ? [] : [...document.querySelectorAll("body *")]
      .filter((element) => element.getBoundingClientRect().right > 321)
      .map((element) => element.outerHTML.slice(0, 120))`);
  expect(overflowing, `${page.url()} at 320 pixels`).toEqual([]);
  if (before) await page.setViewportSize(before);
}

export type { Locator, Page };
