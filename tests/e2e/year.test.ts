import { generateSync } from "otplib";
import { describe, expect, inject } from "vitest";
import { vi } from "#app/messages/vi.ts";
import { expectAccessible, expectReflow, journey, type Page, PHONE } from "#tests/support/browser.ts";
import { COMMUNE, type Inhabitant, REVIEWER, SECOND_REVIEWER } from "#tests/support/inhabitants.ts";
import { rowsOfLetter, rowsOfWorkbook } from "#tests/support/paper-rows.ts";
import { plantSealedMonth } from "#tests/support/plant-sealed-month.ts";

const { yearReview, yearAwards, yearPapers, setup, accounts } = vi;
const VILLAGE = "Bản Lạ";
const TITLE = "Thi đua năm nay";
/** The longest walk of all; a busy machine is no failure. */
const TIMEOUT_MS = 120_000;

async function signIn(page: Page, who: Inhabitant): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel(accounts.signIn.name).fill(who.username);
  await page.getByLabel(accounts.signIn.password, { exact: true }).fill(who.password);
  await page.getByRole("main").getByRole("button", { name: accounts.signIn.submit }).click();
  await page.waitForURL(/\/xac-thuc/);
  const code = generateSync({ strategy: "totp", secret: who.totpSecret ?? "" });
  await page.getByLabel(accounts.prove.code).fill(code);
  await page.getByRole("main").getByRole("button", { name: accounts.prove.submit }).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/xac-thuc"));
}

async function expectGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectReflow(page);
}

/** From the desk of the office to a review of one sealed month; answers with its address. */
async function openReview(page: Page, month: number): Promise<string> {
  const { open } = yearReview;
  await page.goto("/van-phong");
  await page.getByRole("link", { name: setup.overview.desk.year[0] }).click();
  await page.getByRole("link", { name: open.title }).click();
  await page.getByLabel(open.name).fill(TITLE);
  await page.getByLabel(open.first).selectOption(String(month));
  await page.getByLabel(open.last).selectOption(String(month));
  await page.getByRole("button", { name: open.submit }).click();
  await page.getByRole("heading", { level: 1, name: TITLE }).waitFor();
  return new URL(page.url()).pathname;
}

/** From the ranking to a village's sheet, one figure of it, its records and their photograph. */
async function goDownToThePhotograph(page: Page, people: number): Promise<void> {
  await page.getByRole("link", { name: VILLAGE, exact: true }).click();
  await page.getByRole("heading", { level: 1, name: yearReview.sheet.title(VILLAGE) }).waitFor();
  await expectGood(page);
  await page.locator('a[href*="muc=proficient_people"]').click();
  await page.getByText(yearReview.sources.peopleAll(String(people))).waitFor();
  await expectGood(page);
  const photo = page.getByRole("main").locator('a[href^="/anh/"]');
  const address = (await photo.getAttribute("href")) ?? "";
  const picture = await page.request.get(address);
  expect([picture.status(), picture.headers()["content-type"]]).toEqual([200, "image/webp"]);
  await page.getByRole("main").locator('a[href^="/viec/"]').first().click();
  await page.waitForURL(/\/viec\//);
  await page.locator(`main img[src^="${address}"]`).first().waitFor();
}

interface Standing {
  readonly name: string;
  readonly score: string;
}

/** Whoever stands in a row of the ranking, as the screen says it. */
async function standingAt(page: Page, row: number): Promise<Standing> {
  const line = page.getByRole("main").getByRole("table").getByRole("row").nth(row);
  const name = await line.getByRole("link").innerText();
  return { name, score: await line.locator("strong").innerText() };
}

async function lock(page: Page): Promise<void> {
  const words = yearReview.lock;
  await page.getByRole("link", { name: words.title }).click();
  await page.getByLabel(words.confirm).check();
  await page.getByRole("button", { name: words.submit }).click();
  await page.getByText(words.done).waitFor();
}

/** Equals on the last place: one officer says which, and why; alone that counts for nothing. */
async function askToChoose(page: Page, village: string): Promise<void> {
  const { list: words } = yearAwards;
  await page.locator("summary", { hasText: words.depart }).click();
  const villages = page.getByRole("combobox", { name: words.departVillage });
  const choice = villages.locator("option", { hasText: village });
  await villages.selectOption((await choice.getAttribute("value")) ?? "");
  await page.getByLabel(words.kinds.choose_among_equals).check();
  await page.getByLabel(words.departReason).fill("Tổ mới lập, nhiều hộ khó khăn, làm bền bỉ.");
  await page.getByRole("button", { name: words.departSave }).click();
  await page.getByText(words.countsNot).waitFor();
  await page.getByText(words.waits).waitFor();
}

async function agree(page: Page): Promise<void> {
  const { list: words } = yearAwards;
  await page.locator("summary", { hasText: words.answer }).click();
  await page.getByLabel(words.answers.agreed, { exact: true }).check();
  await page.getByRole("button", { name: words.answerSave }).click();
  await page.getByText(words.counts, { exact: true }).waitFor();
}

async function download(page: Page, form: "docx" | "xlsx"): Promise<Uint8Array> {
  const link = page.getByRole("link", { name: yearPapers.download(form) }).first();
  const answer = await page.request.get((await link.getAttribute("href")) ?? "");
  expect(answer.status()).toBe(200);
  return new Uint8Array(await answer.body());
}

/** The table of villages has sixteen columns: the village is the second, its points the twelfth, its rank the next. */
function firstOf(rows: readonly (readonly string[])[]) {
  const [place, name, ...rest] = rows.find((row) => row.length === 16 && row[0] === "1") ?? [];
  return { place, name, score: figure(rest[9]), rank: figure(rest[10]) };
}

const figure = (text = "") => Number(text.replace(",", "."));

describe("the year", () => {
  journey(
    "K01, K02, K04: the office opens the year, goes down to a photograph, locks, proposes, departs with a second person, and downloads the list",
    async ({ people }) => {
      const planted = await plantSealedMonth(inject("house").dataDir, {
        commune: COMMUNE.code,
        village: VILLAGE,
      });
      const page = await people.visit(PHONE);
      await signIn(page, REVIEWER);
      const address = await openReview(page, planted.id);
      await expectGood(page);
      await goDownToThePhotograph(page, planted.people);

      await page.goto(address);
      await lock(page);
      const [first, second] = [await standingAt(page, 1), await standingAt(page, 2)];
      await page.getByRole("link", { name: yearReview.tabs.awards }).click();
      await page.getByRole("button", { name: yearAwards.list.prefill }).click();
      await page.getByText(yearAwards.done.lap).waitFor();
      await askToChoose(page, second.name);
      await expectGood(page);

      const other = await people.visit();
      await signIn(other, SECOND_REVIEWER);
      await other.goto(`${address}/de-xuat`);
      await agree(other);

      await page.goto(`${address}/de-xuat`);
      await page.getByRole("button", { name: yearAwards.list.prefill }).click();
      await page.getByText(yearAwards.done.lap).waitFor();
      await page.getByRole("link", { name: yearPapers.tab }).click();
      await page
        .getByRole("link", { name: `${yearPapers.open}: ${yearPapers.kinds.submission}`, exact: true })
        .click();
      await page.getByRole("button", { name: yearPapers.issue, exact: true }).click();
      await page.getByText(yearPapers.done["phat-hanh"]).waitFor();
      const onScreen = { place: "1", name: first.name, score: figure(first.score), rank: 1 };
      for (const rows of [
        rowsOfWorkbook(await download(page, "xlsx")),
        rowsOfLetter(await download(page, "docx")),
      ]) {
        expect(firstOf(rows)).toEqual(onScreen);
        const listed = rows.filter(([, name]) => name?.startsWith(yearAwards.draft.village("")));
        expect(listed.map(([, name]) => name)).toEqual(
          [first, second].map(({ name }) => yearAwards.draft.village(name)),
        );
      }
    },
    TIMEOUT_MS,
  );
});
