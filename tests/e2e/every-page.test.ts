import { readFileSync } from "node:fs";
import { generateSync } from "otplib";
import type { BrowserContext } from "playwright-core";
import { describe, expect } from "vitest";
import { vi } from "#app/messages/vi.ts";
import {
  expectAccessible,
  expectReflow,
  journey,
  type Page,
  PHONE,
  type Visitors,
} from "#tests/support/browser.ts";
import { SECOND_OFFICER } from "#tests/support/inhabitants.ts";
import type { RoutePolicy } from "../tidy/checks/routes.ts";

const policy: RoutePolicy[] = JSON.parse(readFileSync("tests/tidy/route-policy.json", "utf8"));
/**
 * Pages without a part of the address to fill in; a page that is added here is walked through the same day. An
 * address with an ending is a file, and what lies under /api answers programs.
 */
const pages = policy.filter(
  ({ path, loader }) => loader !== null && !/[:*]|\.\w+$|^\/api\//.test(path) && path !== "/xac-thuc",
);
/** An officer who is in no team, and reads no other commune, finds nothing there, and is told so on a page as good as any. */
const OF_TEAMS_ONLY: ReadonlySet<string> = new Set([
  "/ba-con-nho",
  "/bao-cao",
  "/cap-tren",
  "/cap-tren/danh-gia",
  "/cap-tren/nam",
  "/chung-nhan",
  "/dai-su-so",
  "/de-xuat-khen",
  "/diem-cua-toi",
  "/ghi-viec",
  "/di-tham",
  "/khao-sat",
  "/tap-huan",
  "/tap-huan/diem-danh",
  "/ky",
  "/nam/y-kien",
  "/to-cua-toi",
  "/to-cua-toi/chi-tieu",
  "/to-cua-toi/ho",
  "/to-cua-toi/ke-hoach",
  "/uu-dai",
  "/viec-cua-toi",
  "/xin-y-kien",
]);

/** The way in is shown to everybody; all else to an officer, who may open every page of the office. */
const forEverybody = pages.filter(({ loader }) => loader === "anyone");
const forOfficers = pages.filter(({ loader }) => loader !== "anyone");

let signedIn: Awaited<ReturnType<BrowserContext["storageState"]>> | null = null;

async function visitAsOfficer(people: Visitors): Promise<Page> {
  if (!signedIn) {
    const page = await people.visit();
    await signIn(page);
    signedIn = await page.context().storageState();
  }
  return people.visit({ ...PHONE, storageState: signedIn });
}

async function signIn(page: Page): Promise<void> {
  const { signIn: words, prove } = vi.accounts;
  await page.goto("/dang-nhap");
  await page.getByLabel(words.name).fill(SECOND_OFFICER.username);
  await page.getByLabel(words.password, { exact: true }).fill(SECOND_OFFICER.password);
  await page.getByRole("main").getByRole("button", { name: words.submit }).click();
  await page.waitForURL(/\/xac-thuc/);
  await expectAccessible(page);
  const code = generateSync({ strategy: "totp", secret: SECOND_OFFICER.totpSecret ?? "" });
  await page.getByLabel(prove.code).fill(code);
  await page.getByRole("main").getByRole("button", { name: prove.submit }).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/xac-thuc"));
}

async function expectGoodPage(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path);
  expect(answer?.status(), path).toBe(OF_TEAMS_ONLY.has(path) ? 404 : 200);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  await expectAccessible(page);
  await expectReflow(page);
}

describe("E07, E08: every page is accessible by daylight and in the dark, and fits a narrow phone", () => {
  for (const { path } of forEverybody) {
    journey(`${path}, for everybody`, async ({ people }) => {
      await expectGoodPage(await people.visit(PHONE), path);
    });
  }

  for (const { path } of forOfficers) {
    journey(`${path}, for an officer`, async ({ people }) => {
      await expectGoodPage(await visitAsOfficer(people), path);
    });
  }

  journey("an address that leads nowhere", async ({ people }) => {
    const page = await people.visit(PHONE);
    expect((await page.goto("/khong-co-trang-nay"))?.status()).toBe(404);
    await page.getByRole("main").getByRole("link").first().waitFor();
    await expectAccessible(page);
    await expectReflow(page);
  });
});
