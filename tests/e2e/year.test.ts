import { generateSync } from "otplib";
import { describe, expect, inject } from "vitest";
import { vi } from "#app/messages/vi.ts";
import { expectAccessible, expectReflow, journey, type Page, PHONE } from "#tests/support/browser.ts";
import { COMMUNE, REVIEWER } from "#tests/support/inhabitants.ts";
import { plantSealedMonth } from "#tests/support/plant-sealed-month.ts";

const { yearReview, setup, accounts } = vi;
const VILLAGE = "Bản Lạ";

async function signIn(page: Page): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel(accounts.signIn.name).fill(REVIEWER.username);
  await page.getByLabel(accounts.signIn.password, { exact: true }).fill(REVIEWER.password);
  await page.getByRole("main").getByRole("button", { name: accounts.signIn.submit }).click();
  await page.waitForURL(/\/xac-thuc/);
  const code = generateSync({ strategy: "totp", secret: REVIEWER.totpSecret ?? "" });
  await page.getByLabel(accounts.prove.code).fill(code);
  await page.getByRole("main").getByRole("button", { name: accounts.prove.submit }).first().click();
  await page.waitForURL((url) => !url.pathname.startsWith("/xac-thuc"));
}

describe("the year", () => {
  journey(
    "K01: from the desk of the year to a village's figure, its records, and down to the photograph",
    async ({ people }) => {
      const planted = await plantSealedMonth(inject("house").dataDir, {
        commune: COMMUNE.code,
        village: VILLAGE,
      });
      const page = await people.visit(PHONE);
      await signIn(page);
      await page.goto("/van-phong");
      await page.getByRole("link", { name: setup.overview.desk.year[0] }).click();
      await page.getByRole("link", { name: planted.title }).click();
      await page.getByRole("heading", { level: 1, name: planted.title }).waitFor();
      await expectAccessible(page);
      await expectReflow(page);

      await page.getByRole("link", { name: VILLAGE, exact: true }).click();
      await page.getByRole("heading", { level: 1, name: yearReview.sheet.title(VILLAGE) }).waitFor();
      await expectAccessible(page);
      await expectReflow(page);

      await page.locator('a[href*="muc=proficient_people"]').click();
      await page.getByText(yearReview.sources.peopleAll(String(planted.people))).waitFor();
      await expectAccessible(page);
      await expectReflow(page);
      const photo = page.getByRole("main").locator('a[href^="/anh/"]');
      const address = (await photo.getAttribute("href")) ?? "";
      const picture = await page.request.get(address);
      expect([picture.status(), picture.headers()["content-type"]]).toEqual([200, "image/webp"]);

      await page.getByRole("main").locator('a[href^="/viec/"]').first().click();
      await page.waitForURL(/\/viec\//);
      await page.locator(`main img[src^="${address}"]`).first().waitFor();
    },
  );
});
