import { describe, expect } from "vitest";
import { vi } from "#app/messages/vi.ts";
import { expectAccessible, expectReflow, journey, type Page, PHONE } from "#tests/support/browser.ts";
import { drawPhoto } from "#tests/support/draw-photo.ts";
import { WANDERERS } from "#tests/support/inhabitants.ts";

const { accounts, activity, offline: words } = vi;
const log = activity.log;
/** What a browser says of a network that is not there, and of a request that was cut off. */
const CUT = /net::ERR_|Failed to load resource|Failed to fetch/;

async function signIn(page: Page): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel(accounts.signIn.name).fill(WANDERERS.member.username);
  await page.getByLabel(accounts.signIn.password, { exact: true }).fill(WANDERERS.member.password);
  await page.getByRole("main").getByRole("button", { name: accounts.signIn.submit }).first().click();
  await page.waitForURL((url) => url.pathname !== "/dang-nhap");
}

/** The first visit: the worker is at work, and the book lies on the phone. */
async function firstVisit(page: Page): Promise<void> {
  await signIn(page);
  await page.goto("/ghi-viec");
  await page.evaluate("navigator.serviceWorker.ready.then(() => true)");
  await expect.poll(() => count(page, "books"), { timeout: 15_000 }).toBe(1);
}

/** Rows of a store of the book, as anybody finds them who opens the browser's files. */
function count(page: Page, store: string): Promise<number> {
  return page.evaluate<number, string>(
    (name) =>
      new Promise((resolve) => {
        const opening = indexedDB.open("so-tay");
        opening.onsuccess = () => {
          const database = opening.result;
          const isThere = database.objectStoreNames.contains(name);
          const asked = isThere ? database.transaction(name).objectStore(name).count() : null;
          const answer = (rows: number) => {
            database.close();
            resolve(rows);
          };
          if (asked) asked.onsuccess = () => answer(asked.result);
          else answer(-1);
        };
      }),
    store,
  );
}

async function logTalk(page: Page, visits: string): Promise<void> {
  await page.getByLabel(log.visits).fill(visits);
  await page.getByRole("main").getByRole("button", { name: log.send }).click();
  await page.getByText(words.keptTitle).first().waitFor();
}

const cards = (page: Page, state: string) => page.getByRole("article").filter({ hasText: state });

describe("a member in a valley without a network", () => {
  journey(
    "C33, T13: the book opens at once on the second visit; two records with a picture survive the page, two tabs and an answer that was lost, and arrive once",
    async ({ people }) => {
      people.announceProblem(CUT);
      const page = await people.visit(PHONE);
      const context = page.context();
      await firstVisit(page);
      await context.setOffline(true);
      const begun = Date.now();
      await page.goto("/ghi-viec?viec=talk");
      await page.getByLabel(log.visits).waitFor();
      process.stderr.write(`The book opened without a network in ${Date.now() - begun} ms.\n`);
      // What is missing is said in the valley, by the same rules.
      await page.getByLabel(log.visits).fill("0");
      await page.getByText(log.more).click();
      await page.getByLabel(log.note).fill("Căn cước 034091234567");
      await page.getByRole("main").getByRole("button", { name: log.send }).click();
      await page.locator("#field-note-error").waitFor();
      await page.getByLabel(log.note).fill("Ở nhà văn hóa");
      await page.locator("input[type=file]").setInputFiles([await drawPhoto(41)]);
      await page.getByRole("img", { name: log.photo(1) }).waitFor();
      await logTalk(page, "21");
      await logTalk(page, "22");
      // Ten seconds to think again: out of the book, and into the form.
      await logTalk(page, "29");
      await page.getByRole("button", { name: new RegExp(words.undoSeconds(1).split("(")[0] ?? "") }).click();
      await expect.poll(() => page.getByLabel(log.visits).inputValue()).toBe("29");
      expect(await count(page, "entries")).toBe(2);
      await expectReflow(page);
      await expectAccessible(page);
      await page.close();

      const again = await context.newPage();
      await again.goto("/so-tay");
      await expect.poll(() => cards(again, words.states.saved).count()).toBe(2);
      await expectAccessible(again);
      await cards(again, words.states.saved).last().getByRole("link", { name: words.edit }).click();
      await again.getByRole("img", { name: log.photo(1) }).waitFor();
      await logTalk(again, "23");
      const other = await context.newPage();
      await other.goto("/so-tay");
      // The house takes it, and the phone never hears of it: a page killed in the middle of sending.
      let lost = 0;
      let cut = 0;
      await context.route("**/api/anh/phan", async (route) => {
        if (route.request().method() !== "POST" || cut++ > 0) return route.continue();
        await route.fetch();
        await route.abort("connectionreset");
      });
      await context.route("**/api/viec", async (route) => {
        if (lost++ > 0) return route.continue();
        await route.fetch();
        await route.abort("connectionreset");
      });
      // The network is back: nobody presses anything.
      await context.setOffline(false);
      await expect.poll(() => lost, { timeout: 15_000 }).toBeGreaterThan(0);
      for (const tab of [again, other]) await tab.goto("/so-tay");
      for (const tab of [again, other])
        await expect.poll(() => cards(tab, words.states.sent).count(), { timeout: 15_000 }).toBe(2);
      await other.goto("/viec-cua-toi");
      await other.getByText(activity.visits("23")).waitFor();
      expect(await other.getByText(activity.visits("22")).count()).toBe(1);
      expect(await other.getByText(activity.visits("21")).count()).toBe(0);
      expect(cut).toBeGreaterThan(1);
    },
  );

  journey(
    "T14, T15: a clock that is years off leaves the right day; signed out, the phone keeps no list and no key",
    async ({ people }) => {
      people.announceProblem(CUT);
      const page = await people.visit(PHONE);
      const context = page.context();
      await context.clock.install({ time: Date.now() - 800 * 24 * 3_600_000 });
      await firstVisit(page);
      await context.setOffline(true);
      await page.goto("/ghi-viec?viec=talk");
      await logTalk(page, "77");
      await context.setOffline(false);
      await page.goto("/so-tay");
      await expect.poll(() => cards(page, words.states.sent).count(), { timeout: 15_000 }).toBeGreaterThan(0);
      await page.goto("/viec-cua-toi");
      const today = page.getByRole("region", { name: new RegExp(`^${activity.today}`) });
      await today.getByText(activity.visits("77")).waitFor();
      expect(await count(page, "books")).toBe(1);
      await page.goto("/tai-khoan");
      await page.getByRole("main").getByRole("button", { name: vi.shell.signOut }).click();
      await page.waitForURL(/da-ra/);
      expect(await count(page, "books")).toBe(0);
      expect(await count(page, "entries")).toBe(0);
      await context.setOffline(true);
      await page.goto("/ghi-viec");
      await page.getByText(words.signInTitle).waitFor();
    },
  );

  journey(
    "C33, T15: without a network a household that is on no list is put on the phone's at its door, in the language of the phone; inside Zalo the book says that it is one of two",
    async ({ people }) => {
      people.announceProblem(CUT);
      const page = await people.visit({
        ...PHONE,
        userAgent: "Mozilla/5.0 (Linux; Android 13) Chrome/130 Zalo android/12",
      });
      const context = page.context();
      await firstVisit(page);
      // Inside Zalo the book is another one, and says so.
      await page.getByText(words.zaloTitle).waitFor();
      await context.addCookies([
        { name: "appearance", value: "system.normal.en", url: new URL(page.url()).origin },
      ]);
      await page.goto("/ghi-viec");
      const said = await import("#app/messages/en.ts").then(({ en }) => en);
      await page.getByText(said.activityKinds.lead).waitFor();
      const keptWords = "caches.open('loi-khac').then((cache) => cache.keys()).then((keys) => keys.length)";
      await expect.poll(() => page.evaluate<number>(keptWords), { timeout: 15_000 }).toBeGreaterThan(0);
      await context.setOffline(true);
      await page.goto("/ghi-viec?viec=online-public-service");
      const en = said.activity.log;
      await page.getByText(said.offline.noNetwork).waitFor();
      await page.getByRole("button", { name: en.pickPerson }).click();
      await page.getByRole("button", { name: en.newHousehold }).click();
      await page.getByLabel(en.head).fill("Cà Văn Mới 0912345678");
      await page.getByRole("button", { name: en.addHousehold }).click();
      await page.locator("#field-newHead-error").waitFor();
      await page.getByLabel(en.head).fill("Cà Văn Mới");
      await page.getByRole("button", { name: en.addHousehold }).click();
      await page.getByRole("button", { name: en.personFree(1) }).click();
      await page.getByText("Cà Văn Mới").first().waitFor();
      await expectAccessible(page);
      await page.goto("/so-tay");
      await page.getByRole("heading", { name: said.offline.title }).waitFor();
      await context.setOffline(false);
    },
  );
});
