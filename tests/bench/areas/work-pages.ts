import { rm } from "node:fs/promises";
import http from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { type Browser, chromium, type Page } from "playwright-core";
import { BOARD_PATH } from "#app/ui/boards/board-paths.ts";
import { startBrowser } from "#tests/support/browser-for-the-run.ts";
import { inhabit } from "#tests/support/inhabit.ts";
import { CHECKERS, type Inhabitant, LOGGERS } from "#tests/support/inhabitants.ts";
import { signInPlainly } from "#tests/support/sign-in-plainly.ts";
import type { Run } from "../area.ts";
import { type Figure, median } from "../figure.ts";
import { paired } from "../rounds.ts";
import { openHouse } from "../running-house.ts";
import { compareFirstBytes } from "../static-reply.ts";
import { PHONE, type Visit, visitSlowly } from "./slow-line.ts";

/** What scripts of a member's page are to come to, with their headers; more than the gate is a step back. */
const SCRIPTS_KB = 110;
const SCRIPTS_GATE = 1.5;
/** P2, of a reply that a process keeps ready; ours is drawn anew for each member. */
const OWN_PLACE_GOAL = 1.25;

/**
 * The page where work is logged, on a slow line, against a page with the same words and nothing else: written by
 * hand, one request, no script, no font. What our page takes longer is what it costs to be an application.
 */
export async function measureWorkPages({ isQuick, folders }: Run): Promise<Figure[]> {
  const dataDir = await folders.fresh();
  await inhabit(dataDir);
  const house = await openHouse(dataDir);
  const running = await startBrowser();
  if (running.missing) throw new Error(running.missing);
  const browser = await chromium.connect(running.address);
  try {
    const member = await signedIn(browser, house.origin, LOGGERS.member);
    const leader = await signedIn(browser, house.origin, CHECKERS.leader);
    const words = await wordsOf(browser, `${house.origin}/ghi-viec`, member);
    const twin = await serveTwin(twinOf(words));
    try {
      const ours: Visit[] = [];
      const theirs: Visit[] = [];
      for (let round = 0; round < (isQuick ? 3 : 7); round += 1) {
        ours.push(await visitSlowly(browser, `${house.origin}/ghi-viec`, member));
        theirs.push(await visitSlowly(browser, twin.address, undefined));
      }
      const mine = await visitSlowly(browser, `${house.origin}/viec-cua-toi`, member);
      const queue = await visitSlowly(browser, `${house.origin}/duyet`, leader);
      return [
        largestPaint(ours, theirs),
        total(ours, theirs),
        scripts("/ghi-viec", median(ours.map(({ scriptBytes }) => scriptBytes))),
        scripts("/viec-cua-toi", mine.scriptBytes),
        scripts("/duyet", queue.scriptBytes),
        await ownPlace(house.origin, isQuick),
      ];
    } finally {
      twin.close();
    }
  } finally {
    await browser.close();
    await running.close();
    await house.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** One's own place with the board around it, as the page that a member opens. */
async function ownPlace(origin: string, isQuick: boolean): Promise<Figure> {
  const { cookie } = await signInPlainly(origin, LOGGERS.member);
  const pair = await compareFirstBytes(`${origin}${BOARD_PATH}`, { cookie }, isQuick ? [3, 10] : [9, 40]);
  const named = {
    area: "page",
    operation: "own place on the board of the commune, first byte (P2)",
    unit: "ms",
    gate: null,
    goal: OWN_PLACE_GOAL,
  } as const;
  return paired(named, "a static reply of the same bytes", pair);
}

function largestPaint(ours: readonly Visit[], theirs: readonly Visit[]): Figure {
  return {
    area: "page",
    operation: "/ghi-viec on a slow line, largest paint",
    measured: median(ours.map(({ largestPaintMs }) => largestPaintMs)),
    unit: "ms",
    against: {
      what: "the same words written by hand",
      value: median(theirs.map(({ largestPaintMs }) => largestPaintMs)),
    },
    gate: null,
  };
}

function total(ours: readonly Visit[], theirs: readonly Visit[]): Figure {
  return {
    area: "page",
    operation: "/ghi-viec, everything a first visit brings",
    measured: median(ours.map(({ bytes }) => bytes)) / 1_000,
    unit: "kB",
    against: {
      what: "the same words written by hand",
      value: median(theirs.map(({ bytes }) => bytes)) / 1_000,
    },
    gate: null,
  };
}

function scripts(address: string, bytes: number): Figure {
  return {
    area: "page",
    operation: `${address}, scripts`,
    measured: bytes / 1_000,
    unit: "kB",
    against: { what: `${SCRIPTS_KB} kB`, value: SCRIPTS_KB },
    gate: SCRIPTS_GATE,
  };
}

async function signedIn(browser: Browser, origin: string, { username, password }: Inhabitant) {
  const context = await browser.newContext({ baseURL: origin });
  const page = await context.newPage();
  await page.goto("/dang-nhap");
  await page.locator("input[name=name]").fill(username);
  await page.locator("input[name=password]").fill(password);
  await Promise.all([
    page.waitForURL((url) => url.pathname !== "/dang-nhap"),
    page.locator("input[name=password]").press("Enter"),
  ]);
  const state = await context.storageState();
  await context.close();
  return state;
}

/** What one reads on the page, line by line. */
async function wordsOf(
  browser: Browser,
  url: string,
  storageState: Awaited<ReturnType<typeof signedIn>>,
): Promise<string[]> {
  const context = await browser.newContext({ ...PHONE, storageState });
  const page: Page = await context.newPage();
  await page.goto(url);
  const text = await page.locator("body").innerText();
  await context.close();
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  if (lines.length < 20) throw new Error("the page says too little to be compared with");
  return lines;
}

function twinOf(lines: readonly string[]): string {
  const items = lines.map((line) => `<li><a href="#">${line.replaceAll("<", "&lt;")}</a></li>`).join("\n");
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Ghi việc</title>
<style>body{font:1rem/1.5 sans-serif;margin:1rem}ul{list-style:none;padding:0;display:grid;gap:.75rem}
li{border:1px solid #ccc;border-radius:1rem;padding:1rem}a{color:inherit;text-decoration:none;font-weight:700}</style>
</head><body><ul>${items}</ul></body></html>`;
}

function serveTwin(html: string): Promise<{ address: string; close(): void }> {
  const body = gzipSync(html);
  const server = http.createServer((_request, response) => {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", "content-encoding": "gzip" });
    response.end(body);
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      resolve({ address: `http://127.0.0.1:${port}/`, close: () => server.close() });
    });
  });
}
