import { randomBytes } from "node:crypto";
import { generateSync } from "otplib";
import type { BrowserContext, BrowserContextOptions } from "playwright-core";
import { afterAll, describe, expect } from "vitest";
import { PLAIN_UNIT } from "#app/domain/activity/claim.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { publicBoardWords } from "#app/messages/public-board.ts";
import { vi } from "#app/messages/vi.ts";
import {
  expectAccessible,
  expectReflow,
  journey,
  type Page,
  PHONE,
  type Visitors,
} from "#tests/support/browser.ts";
import { type Inhabitant, PUBLISHER, WATCHERS } from "#tests/support/inhabitants.ts";

const { accounts, publication } = vi;
const { vi: words } = publicBoardWords;
const WALL = { viewport: { width: 1920, height: 1080 } } as const;
const freshId = () => makeId(Date.now(), new Uint8Array(randomBytes(10)));

const took: string[] = [];
afterAll(() => {
  if (took.length > 0)
    process.stderr.write(`From the approval to other people's screens: ${took.join(", ")}\n`);
});

async function signIn(page: Page, { username, password, totpSecret }: Inhabitant): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel(accounts.signIn.name).fill(username);
  await page.getByLabel(accounts.signIn.password, { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: accounts.signIn.submit }).click();
  await page.waitForURL(totpSecret ? /xac-thuc/ : "/");
  if (!totpSecret) return;
  await page.getByLabel(accounts.prove.code).fill(generateSync({ strategy: "totp", secret: totpSecret }));
  await page.getByRole("main").getByRole("button", { name: accounts.prove.submit }).first().click();
  await page.waitForURL("/");
}

const known = new Map<Inhabitant, Awaited<ReturnType<BrowserContext["storageState"]>>>();

/** A code of the second factor is good once: whoever came in before comes back as they are. */
async function visitAs(people: Visitors, who: Inhabitant, screen: BrowserContextOptions = {}): Promise<Page> {
  const storageState = known.get(who);
  const page = await people.visit({ ...screen, ...(storageState && { storageState }) });
  if (storageState) {
    await page.goto("/");
    return page;
  }
  await signIn(page, who);
  known.set(who, await page.context().storageState());
  return page;
}

/** Resolves when the server has told this page the versions of its topics. */
async function lineOf(page: Page): Promise<void> {
  const line = await page.waitForEvent("websocket");
  await line.waitForEvent("framereceived", ({ payload }) => payload.toString().includes("versions"));
}

async function post(page: Page, path: string, body: string, type: string): Promise<string> {
  return page.evaluate(
    async ([to, text, kind]) =>
      (await fetch(to, { method: "POST", headers: { "Content-Type": kind }, body: text })).text(),
    [path, body, type] as const,
  );
}

/** A talk in the village, sent as a phone that was away does. */
async function log(page: Page): Promise<string> {
  const content = {
    activityKey: "talk",
    workDate: localDateAt(Date.now()),
    mode: "meeting",
    audience: "residents",
    place: "Nhà văn hóa",
    note: "Bà Tẩn Mẩy hỏi nhiều",
    link: null,
    visits: 17,
    minutes: null,
    counters: {},
    movements: [],
    units: [PLAIN_UNIT],
    helpers: [],
    photos: [],
  };
  const id = freshId();
  const answer = await post(
    page,
    "/api/viec",
    JSON.stringify({ claims: [{ id, content }] }),
    "application/json",
  );
  expect(answer).toContain('"ok":true');
  return id;
}

async function approve(page: Page, claimId: string): Promise<void> {
  const decision = {
    decisionId: freshId(),
    claimId,
    revision: 1,
    verdict: "approve",
    reasonCode: null,
    reason: null,
  };
  const body = new URLSearchParams({ decisions: JSON.stringify([decision]) }).toString();
  expect(await post(page, "/api/duyet", body, "application/x-www-form-urlencoded")).toContain('"ok":true');
}

/** Resolves inside the page, with its clock, when the element first says something else than now. */
function nextChange(page: Page, selector: string): Promise<number> {
  return page.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const read = () => document.querySelector(wanted)?.textContent ?? "";
        const before = read();
        new MutationObserver((_, watch) => {
          if (read() === before) return;
          watch.disconnect();
          resolve(Date.now());
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    selector,
  );
}

const claimsOn = (page: Page) =>
  page.evaluate(() => Number(document.querySelector(".totals dd")?.textContent?.replaceAll(".", "")));

async function hangTv(office: Page, label: string): Promise<string> {
  await office.goto("/van-phong/cong-bo");
  await office.getByText(publication.tv.makeTitle).click();
  await office.getByLabel(publication.tv.label).fill(label);
  await office.getByRole("button", { name: publication.tv.make }).click();
  const address = office.getByText(/\/tv\/\d+-/);
  await address.waitFor();
  return new URL((await address.textContent()) ?? "").pathname;
}

describe("boards that live", () => {
  journey(
    "H14, T12: the leader approves, and the row on another phone, the public page and the wall follow; nothing is lost",
    async ({ people }) => {
      const office = await visitAs(people, PUBLISHER);
      await office.goto("/van-phong/cong-bo");
      await office.getByRole("button", { name: publication.board.open }).click();
      await office.getByText(publication.board.isOpen).waitFor();
      const publicPath = await office.getByRole("link", { name: /\/xa\/\d+\/bang/ }).textContent();
      const tvPath = await hangTv(office, "Nhà văn hóa Bản Hin");
      await office.goto("/van-phong/cong-bo");
      expect(await office.content()).not.toContain(tvPath.slice(4));

      const member = await visitAs(people, WATCHERS.member, PHONE);
      const leader = await visitAs(people, WATCHERS.leader);
      const [stranger, wall] = await Promise.all([people.visit(PHONE), people.visit(WALL)]);
      const first = await log(member);
      const versionsTold = lineOf(member);
      await Promise.all([
        member.goto("/bang?nhom=thanh-vien"),
        stranger.goto(publicPath ?? ""),
        wall.goto(tvPath),
      ]);
      await versionsTold;
      await expectAccessible(stranger);
      await expectReflow(stranger);
      expect(await stranger.content()).not.toContain("Tẩn Mẩy");
      const before = await claimsOn(stranger);

      const changed = [
        nextChange(member, "main"),
        nextChange(stranger, ".totals"),
        nextChange(wall, ".totals"),
      ];
      const approvedAt = Date.now();
      await approve(leader, first);
      took.push(`board ${(await (changed[0] ?? 0)) - approvedAt} ms`);
      await member.getByRole("row", { name: new RegExp(WATCHERS.member.displayName) }).waitFor();
      // The stranger comes back to the page, which asks at once.
      await stranger.evaluate(() => dispatchEvent(new Event("online")));
      took.push(`public page, asked ${(await (changed[1] ?? 0)) - approvedAt} ms`);
      took.push(`wall ${(await (changed[2] ?? 0)) - approvedAt} ms`);
      expect(await claimsOn(stranger)).toBe(before + 1);
      expect(await claimsOn(wall)).toBe(before + 1);

      const second = await log(member);
      await member.context().setOffline(true);
      await approve(leader, second);
      const caughtUp = nextChange(member, "main");
      await member.context().setOffline(false);
      await caughtUp;
      await stranger.goto(publicPath ?? "");
      expect(await claimsOn(stranger)).toBe(before + 2);
    },
  );

  journey(
    "a wall keeps its picture through a night without a network, catches up by itself, and is switched off",
    async ({ people }) => {
      people.announceProblem(/ERR_INTERNET_DISCONNECTED/);
      const office = await visitAs(people, PUBLISHER);
      const tvPath = await hangTv(office, "Sảnh trụ sở");
      const member = await visitAs(people, WATCHERS.member, PHONE);
      const leader = await visitAs(people, WATCHERS.leader);
      const wall = await people.visit(WALL);
      await wall.goto(tvPath);
      const before = await claimsOn(wall);
      await wall.evaluate(() => Object.assign(window, { isStillTheSame: true }));
      await expectAccessible(wall);
      const smallest = await wall.evaluate(() =>
        Math.min(
          ...[...document.querySelectorAll("main *:not(.heard)")]
            .filter((each) =>
              [...each.childNodes].some((node) => node.nodeType === 3 && node.textContent?.trim()),
            )
            .map((each) => Number.parseFloat(getComputedStyle(each).fontSize)),
        ),
      );
      expect(smallest).toBeGreaterThanOrEqual(32);

      await wall.context().setOffline(true);
      await wall.getByRole("status").getByText(words.lost).waitFor();
      const picture = () => wall.locator("[data-slide]:not([hidden])").getAttribute("data-slide");
      const shown = await picture();
      await approve(leader, await log(member));
      await expect.poll(picture, { timeout: 20_000 }).not.toBe(shown);
      expect(await claimsOn(wall)).toBe(before);
      const caughtUp = nextChange(wall, ".totals");
      await wall.context().setOffline(false);
      await caughtUp;
      expect(await claimsOn(wall)).toBe(before + 1);
      expect(await wall.evaluate(() => "isStillTheSame" in window)).toBe(true);
      await wall.getByRole("status").getByText(words.lost).waitFor({ state: "hidden" });

      await office.goto("/van-phong/cong-bo");
      await office.getByRole("button", { name: publication.tv.revokeOf("Sảnh trụ sở") }).click();
      await office.getByText(publication.revoked).waitFor();
      await wall.getByRole("status").getByText(words.gone).waitFor();
      expect(await wall.locator("main").textContent()).toBe("");
    },
  );
});
