import { generateSync } from "otplib";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { vi } from "#app/messages/vi.ts";
import { OFFICE_PATHS, STEP_PATHS } from "#app/ui/setup/paths.ts";
import { expectAccessible, expectReflow, journey, type Page, PHONE } from "#tests/support/browser.ts";
import { type House, startHouse } from "#tests/support/house.ts";

const { accounts, setup } = vi;
const PASSWORD = "trăng khuya leo cây bưởi";

let house: House;

beforeAll(async () => {
  house = await startHouse();
});

afterAll(() => house?.remove());

const press = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true }).first().click();
const fill = (page: Page, label: string, text: string) => page.getByLabel(label).first().fill(text);

/** From the printed link to a second factor, as the very first person in an empty house. */
async function becomeFirstOfficer(page: Page): Promise<void> {
  await page.goto(house.firstOfficerLink ?? "");
  await page.locator("[name=displayName]").fill("Lường Thị Thảo");
  await page.locator("[name=username]").fill("thao.van.phong");
  await page.locator("[name=password]").fill(PASSWORD);
  await page.locator("[name=repeated]").fill(PASSWORD);
  await page.getByRole("main").getByRole("button").last().click();
  await page.waitForURL(/xac-thuc-hai-lop/);
  const secret = ((await page.locator("code").first().textContent()) ?? "").replaceAll(" ", "");
  await fill(page, accounts.secondFactor.code, generateSync({ strategy: "totp", secret }));
  await press(page, accounts.secondFactor.confirm);
  await page.waitForURL(/ma-khoi-phuc/);
}

async function setUpCommune(page: Page): Promise<void> {
  await page.goto(OFFICE_PATHS.found);
  await press(page, setup.found.submit);
  await page.getByRole("link", { name: setup.hub.goOn(setup.steps.names.identity) }).click();

  await fill(page, setup.identity.name, "");
  await press(page, setup.saveAndGoOn);
  await page.getByText(vi.rejections.required()).first().waitFor();
  await fill(page, setup.identity.name, "Xã Mường Chanh");
  await fill(page, setup.identity.province, "Sơn La");
  await press(page, setup.saveAndGoOn);

  await fill(page, setup.villages.paste, "Tên thôn\tSố hộ\nBản 10\t120\nBản 2\t98\nBản A, Bản B");
  await press(page, setup.villages.preview);
  await page
    .getByText(vi.rejections.village_line_lists_several({} as never, { village: "thôn" } as never))
    .waitFor();
  await press(page, setup.villages.saveSome(2));
  await page.getByText(setup.villages.added(2, 0)).waitFor();
  expect(await page.getByLabel(setup.villages.paste).first().inputValue()).toBe("Bản A, Bản B");
  const names = await page.getByRole("table").last().getByRole("rowheader").allTextContents();
  expect(names).toEqual(["Bản 2", "Bản 10"]);
  await page.getByRole("link", { name: setup.villages.goOn }).click();

  await fill(page, setup.words.village, "bản");
  await press(page, setup.saveAndGoOn);
  await fill(page, setup.secondOfficer.name, "Vàng A Sáng");
  await press(page, setup.secondOfficer.submit);
  await page.getByText(setup.secondOfficer.slipOnce).waitFor();
  await page.goto(STEP_PATHS.recovery_codes);
  await press(page, setup.putOff);
  await press(page, setup.hub.finish);
  await page.getByRole("heading", { name: "Xã Mường Chanh" }).waitFor();
  // The words of the commune from now on.
  await page.getByText(setup.overview.tiles.villages("bản")).waitFor();
  await page.getByText(vi.shell.trial, { exact: true }).first().waitFor();
}

describe("a house nobody has set up", () => {
  /** The first officer's browser once the first journey has opened the commune. */
  let storageState: Awaited<ReturnType<ReturnType<Page["context"]>["storageState"]>> | undefined;

  journey("becomes a commune at work without a line of JavaScript", async ({ people }) => {
    const page = await people.visit({ baseURL: house.origin, javaScriptEnabled: false });
    await becomeFirstOfficer(page);
    await setUpCommune(page);
    storageState = await page.context().storageState();
  });

  const { overview, setup: hub, settings, cutoff, acts, handOver } = OFFICE_PATHS;
  for (const path of [overview, hub, settings, cutoff, acts, handOver, ...Object.values(STEP_PATHS)]) {
    journey(`${path} is accessible and fits a narrow phone`, async ({ people }) => {
      expect(storageState, "the journey above opens the commune").toBeDefined();
      const page = await people.visit({ ...PHONE, baseURL: house.origin, storageState: storageState ?? "" });
      await page.goto(path);
      await expectAccessible(page);
      await expectReflow(page);
    });
  }
});
