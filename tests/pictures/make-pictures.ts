import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { generateSync } from "otplib";
import { type Browser, chromium, type Page } from "playwright-core";
import type { DemoSignIns } from "#prisma/seed/demo/demo-sign-ins.server.ts";
import { findChromium } from "#tests/support/chromium.ts";
import { startHouse } from "#tests/support/house.ts";
import { type GuidePicture, MOST_BYTES, MOST_PICTURES, PICTURES } from "./pictures.ts";

// `npm run pictures [names]`: takes the guides' pictures of the demonstration commune, all or those named.
// A demonstration that runs already is used where HOUSE is its address and DATA_DIR its folder.
const FOLDER = "public/guide";
const PHONE = {
  viewport: { width: 360, height: 640 },
  deviceScaleFactor: 1.5,
  hasTouch: true,
  isMobile: true,
};
const DESK = { viewport: { width: 1120, height: 720 }, deviceScaleFactor: 1 };
/** From fine to coarse, until a picture is light enough. */
const QUALITIES = [80, 65, 50, 35];

const asked = process.argv.slice(2);
const chosen = PICTURES.filter(({ name }) => asked.length === 0 || asked.includes(name));
if (PICTURES.length > MOST_PICTURES) throw new Error(`${PICTURES.length} pictures, ${MOST_PICTURES} at most`);
const search = await findChromium();
if (!search.ok) throw new Error(search.missing);

const { HOUSE, DATA_DIR } = process.env;
const house =
  HOUSE && DATA_DIR
    ? { origin: HOUSE, dataDir: DATA_DIR, remove: async () => {} }
    : await startHouse({ command: "demo", environment: { NODE_ENV: "production" } });
try {
  const signIns: DemoSignIns = JSON.parse(
    await readFile(path.join(house.dataDir, "demo/demo-sign-ins.json"), "utf8"),
  );
  const browser = await chromium.launch({
    executablePath: search.chromium.executablePath,
    env: { ...process.env, ...search.chromium.environment },
    args: ["--no-sandbox"],
  });
  await mkdir(FOLDER, { recursive: true });
  for (const reader of new Set(chosen.map((picture) => picture.reader))) {
    const page = await enter(browser, house.origin, signIns, reader);
    for (const picture of chosen.filter((each) => each.reader === reader)) await keep(page, picture);
    await page.context().close();
  }
  await browser.close();
} finally {
  await house.remove();
}

async function enter(browser: Browser, origin: string, signIns: DemoSignIns, reader: string): Promise<Page> {
  const person = signIns.find(({ username }) => username === reader);
  if (!person) throw new Error(`nobody is called ${reader}`);
  const context = await browser.newContext({
    ...(reader === "van.phong" ? DESK : PHONE),
    baseURL: origin,
    locale: "vi-VN",
    timezoneId: "Asia/Ho_Chi_Minh",
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  const page = await context.newPage();
  await page.goto("/dang-nhap");
  await page.fill("main [name=name]", person.username);
  await page.fill("main [name=password]", person.password);
  await page.click("main button[type=submit]");
  await page.waitForURL((address) => address.pathname !== "/dang-nhap");
  if (person.totpSecret) {
    await page.fill("main [name=code]", generateSync({ secret: person.totpSecret }));
    await page.click("main button[type=submit]");
    await page.waitForURL((address) => address.pathname !== "/xac-thuc");
  }
  return page;
}

async function keep(page: Page, { name, path: address, prepare }: GuidePicture): Promise<void> {
  await page.goto(address);
  await prepare?.(page);
  await page.waitForLoadState("networkidle");
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  const browserLine = await page.context().newCDPSession(page);
  for (const quality of QUALITIES) {
    const { data } = await browserLine.send("Page.captureScreenshot", { format: "webp", quality });
    const picture = Buffer.from(data, "base64");
    if (picture.length > MOST_BYTES && quality !== QUALITIES.at(-1)) continue;
    await writeFile(path.join(FOLDER, `${name}.webp`), picture);
    process.stdout.write(`${name}.webp: ${Math.ceil(picture.length / 1000)} kB\n`);
    if (picture.length > MOST_BYTES) throw new Error(`${name} is heavier than ${MOST_BYTES} bytes`);
    break;
  }
  await browserLine.detach();
}
