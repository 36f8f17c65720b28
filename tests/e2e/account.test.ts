import { generateSync } from "otplib";
import { describe, expect } from "vitest";
import { vi } from "#app/messages/vi.ts";
import { expectAccessible, expectReflow, journey, type Page, PHONE } from "#tests/support/browser.ts";
import { ADMINISTRATOR, type Inhabitant, NEIGHBOUR } from "#tests/support/inhabitants.ts";

const { account, devices, password, prove, recoveryCodes, secondFactor, signIn } = vi.accounts;

async function signInAs(page: Page, who: Inhabitant): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel(signIn.name).fill(who.username);
  await page.getByLabel(signIn.password, { exact: true }).fill(who.password);
  await press(page, signIn.submit);
}

const press = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name }).first().click();

describe("one's own account", () => {
  journey(
    "a role that needs a second factor sets it up at the first sign-in and prints its codes",
    async ({ people }) => {
      const page = await people.visit();
      await signInAs(page, ADMINISTRATOR);
      await page.waitForURL(/\/tai-khoan\/xac-thuc-hai-lop/);
      await page.getByRole("img", { name: secondFactor.codeAppPicture }).waitFor();
      await expectAccessible(page);
      await page.goto("/tai-khoan");
      await page.waitForURL(/\/tai-khoan\/xac-thuc-hai-lop/);

      const secret = ((await page.locator("code").first().textContent()) ?? "").replaceAll(" ", "");
      await page.getByLabel(secondFactor.code).fill("000000");
      await press(page, secondFactor.confirm);
      await page.getByText(vi.rejections.code_wrong()).first().waitFor();
      await page.getByLabel(secondFactor.code).fill(generateSync({ strategy: "totp", secret }));
      await press(page, secondFactor.confirm);

      await page.waitForURL(/\/tai-khoan\/ma-khoi-phuc/);
      await press(page, recoveryCodes.make);
      await page.getByText(recoveryCodes.onceTitle).waitFor();
      await expectAccessible(page);
      const codes = await page.locator("ol code").allTextContents();
      expect(codes).toHaveLength(10);
      await page.goto("/tai-khoan");
      await press(page, account.signOut);
      await page.getByText(signIn.signedOut).waitFor();
      await signInAs(page, ADMINISTRATOR);
      await page.waitForURL(/\/xac-thuc/);
      await page.getByText(prove.recoveryTitle).click();
      await page.getByLabel(prove.recoveryCode).fill(codes[0] ?? "");
      await press(page, prove.recoverySubmit);
      await page.waitForURL((url) => !url.pathname.startsWith("/xac-thuc"));
      await page.goto("/tai-khoan");
      await page.getByText(account.recoveryCodesLeft(9)).waitFor();
      await expectAccessible(page);
    },
  );

  journey("a phone is signed out from the desk, and goes dark", async ({ people }) => {
    const [phone, desk] = [await people.visit(PHONE), await people.visit()];
    await signInAs(phone, NEIGHBOUR);
    await phone.waitForURL("/");
    await signInAs(desk, NEIGHBOUR);
    await desk.waitForURL("/");
    await desk.goto("/tai-khoan/thiet-bi");
    await expectAccessible(desk);
    await press(desk, devices.endAllOthers);
    await desk.getByText(devices.done).waitFor();
    await phone.goto("/tai-khoan");
    await phone.waitForURL(/\/dang-nhap/);
  });

  journey("the pages are accessible and fit a narrow phone", async ({ people }) => {
    const page = await people.visit(PHONE);
    await signInAs(page, NEIGHBOUR);
    await page.waitForURL("/");
    for (const address of [
      "/tai-khoan",
      "/tai-khoan/mat-khau",
      "/tai-khoan/thiet-bi",
      "/tai-khoan/ma-khoi-phuc",
    ]) {
      await page.goto(address);
      await expectAccessible(page);
      await expectReflow(page);
    }
  });

  journey("a weak new password is said beside its field without scripts", async ({ people }) => {
    const page = await people.visit({ javaScriptEnabled: false });
    await signInAs(page, NEIGHBOUR);
    await page.waitForURL("/");
    await page.goto("/tai-khoan/mat-khau");
    await page.getByLabel(password.current, { exact: true }).fill(NEIGHBOUR.password);
    await page.getByLabel(password.next, { exact: true }).fill("thidua2026thon");
    await page.getByLabel(password.repeated, { exact: true }).fill("thidua2026thon");
    await press(page, password.submit);
    await page.getByText(vi.rejections.password_too_common()).first().waitFor();
  });
});
