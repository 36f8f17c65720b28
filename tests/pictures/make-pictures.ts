import { mkdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { generateSync } from "otplib";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { LANGUAGES, type Language } from "#app/messages/language.ts";
import { guidePicture } from "#app/ui/guides/guide-pictures.ts";
import type { DemoSignIns } from "#prisma/seed/demo/demo-sign-ins.server.ts";
import { findChromium } from "#tests/support/chromium.ts";
import { startHouse } from "#tests/support/house.ts";
import { type GuidePicture, MOST_BYTES, MOST_PICTURES, PICTURES } from "./pictures.ts";

// `npm run pictures [names or languages]`: takes the guides' pictures of the demonstration commune, in every language,
// all or those named.
// A demonstration that runs already is used where HOUSE is its address and DATA_DIR its folder.
const PHONE = {
  viewport: { width: 360, height: 640 },
  deviceScaleFactor: 1.5,
  hasTouch: true,
  isMobile: true,
};
const DESK = { viewport: { width: 1120, height: 720 }, deviceScaleFactor: 1 };
type SignedIn = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** From fine to coarse, until a picture is light enough. */
const QUALITIES = [80, 65, 50, 35];

const asked = process.argv.slice(2);
const isChosen = (language: Language, { name }: GuidePicture) =>
  asked.length === 0 || asked.includes(name) || asked.includes(language);
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
  for (const reader of new Set(PICTURES.map((picture) => picture.reader))) {
    const ofReader = PICTURES.filter((picture) => picture.reader === reader);
    const languages = LANGUAGES.filter((language) => ofReader.some((each) => isChosen(language, each)));
    let signedIn: SignedIn | undefined;
    for (const language of languages) {
      const context = await openContext(browser, { origin: house.origin, language, reader, signedIn });
      const page = await context.newPage();
      if (!signedIn) {
        await signIn(page, signIns, reader);
        signedIn = await context.storageState();
      }
      for (const picture of ofReader.filter((each) => isChosen(language, each))) {
        await keep(page, `public${guidePicture(language, picture.name)}`, picture);
      }
      await context.close();
    }
  }
  await browser.close();
} finally {
  await house.remove();
}

interface Visit {
  readonly origin: string;
  readonly language: Language;
  readonly reader: string;
  /** One sign-in serves every language, as a code of the second factor does not work twice. */
  readonly signedIn: SignedIn | undefined;
}

async function openContext(browser: Browser, { origin, language, reader, signedIn }: Visit) {
  const context = await browser.newContext({
    ...(reader === "van.phong" ? DESK : PHONE),
    ...(signedIn && { storageState: signedIn }),
    baseURL: origin,
    locale: { vi: "vi-VN", en: "en-GB" }[language],
    timezoneId: "Asia/Ho_Chi_Minh",
    reducedMotion: "reduce",
    serviceWorkers: "block",
  });
  await context.addCookies([{ name: "appearance", value: `light.normal.${language}`, url: origin }]);
  return context;
}

async function signIn(page: Page, signIns: DemoSignIns, reader: string): Promise<void> {
  const person = signIns.find(({ username }) => username === reader);
  if (!person) throw new Error(`nobody is called ${reader}`);
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
}

async function keep(page: Page, file: string, { path: address, prepare }: GuidePicture): Promise<void> {
  await page.goto(address);
  await prepare?.(page);
  await page.waitForLoadState("networkidle");
  await page.evaluate("document.fonts.ready.then(() => undefined)");
  const browserLine = await page.context().newCDPSession(page);
  for (const quality of QUALITIES) {
    const { data } = await browserLine.send("Page.captureScreenshot", { format: "webp", quality });
    const picture = Buffer.from(data, "base64");
    if (picture.length > MOST_BYTES && quality !== QUALITIES.at(-1)) continue;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, picture);
    process.stdout.write(`${file}: ${Math.ceil(picture.length / 1000)} kB\n`);
    if (picture.length > MOST_BYTES) throw new Error(`${file} is heavier than ${MOST_BYTES} bytes`);
    break;
  }
  await browserLine.detach();
}
