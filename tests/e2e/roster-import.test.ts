import { generateSync } from "otplib";
import { describe, expect } from "vitest";
import { vi } from "#app/messages/vi.ts";
import { expectAccessible, expectReflow, journey, type Page } from "#tests/support/browser.ts";
import { CLERK, EMPTY_COMMUNE } from "#tests/support/inhabitants.ts";
import { writeMessyRoster } from "#tests/support/messy-roster.ts";

const { accounts, imports, roster } = vi;
const { batch } = imports;
const PEOPLE = 1_200;

const press = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true }).first().click();

async function signIn(page: Page): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel(accounts.signIn.name).fill(CLERK.username);
  await page.getByLabel(accounts.signIn.password, { exact: true }).fill(CLERK.password);
  await press(page, accounts.signIn.submit);
  await page.waitForURL(/\/xac-thuc/);
  await page
    .getByLabel(accounts.prove.code)
    .fill(generateSync({ strategy: "totp", secret: CLERK.totpSecret ?? "" }));
  await press(page, accounts.prove.submit);
  await page.waitForURL((url) => !url.pathname.startsWith("/xac-thuc"));
}

/** How many people the roster's tile counts. */
async function peopleOnRoster(page: Page): Promise<string | null> {
  await page.goto("/van-phong/doi-ngu");
  const label = page.getByRole("main").getByText(roster.overview.members, { exact: true }).first();
  return label.locator("..").locator(".tabular-nums").textContent();
}

describe("the list an office already has", () => {
  let signedIn: Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>> | undefined;

  journey(
    "A14: a messy workbook of 1,200 people is previewed, mended in place, taken over and undone again",
    async ({ people }) => {
      const file = await writeMessyRoster({
        people: PEOPLE,
        villages: EMPTY_COMMUNE.villages.length,
        broken: true,
      });
      const page = await people.visit();
      await signIn(page);
      await page.goto("/van-phong/doi-ngu/nhap");
      await page.getByLabel(imports.roster.file).setInputFiles({
        name: "Danh sách tổ CNSCĐ (bản cuối).xlsx",
        mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        buffer: Buffer.from(file.bytes),
      });
      await press(page, imports.roster.read);

      await page.getByText(batch.problemsLeft(5)).waitFor();
      await page.getByText(batch.citizenIdsIgnored).waitFor();
      await expectAccessible(page);
      await expectReflow(page);
      const wrongPhone = page.getByRole("listitem").filter({ hasText: "Trần Thị Sai Số" }).first();
      await wrongPhone.getByLabel(batch.fields.phone).fill("0301 999 002");
      await wrongPhone.getByRole("button", { name: batch.mend }).click();
      await page.getByText(batch.problemsLeft(4)).waitFor();
      await press(page, batch.leaveOutAll(4));
      await page.getByText(batch.readyBody(PEOPLE + 1, 0, 0)).waitFor();
      await expectAccessible(page);

      await press(page, batch.apply);
      await page.getByText(batch.appliedBody(PEOPLE + 1, 0, 0)).waitFor({ timeout: 30_000 });
      const address = page.url();
      expect(await peopleOnRoster(page)).toBe("1.201");

      await page.goto(address);
      await press(page, batch.undo);
      await page.getByText(batch.undoneBody).waitFor({ timeout: 30_000 });
      expect(await peopleOnRoster(page)).toBe("0");
      signedIn = await page.context().storageState();
    },
  );

  journey(
    "a message stands in the page where no script can close it, and hides nothing",
    async ({ people }) => {
      expect(signedIn, "the journey above signs in").toBeDefined();
      const withState = { storageState: signedIn ?? "" };
      const at = "/van-phong/du-lieu-ca-nhan?xong=1";
      const scripted = await people.visit(withState);
      await scripted.goto(at);
      const message = (page: Page) => page.getByRole("status").filter({ hasText: vi.personalData.saved });
      await message(scripted).getByRole("button", { name: vi.kit.close }).click();
      await message(scripted).waitFor({ state: "detached" });
      const plain = await people.visit({ ...withState, javaScriptEnabled: false });
      await plain.goto(at);
      const box = await message(plain).boundingBox();
      const below = await plain.getByRole("searchbox").boundingBox();
      expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(below?.y ?? 0);
    },
  );
});
