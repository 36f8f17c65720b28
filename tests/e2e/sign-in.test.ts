import { generateSync } from "otplib";
import { describe, expect } from "vitest";
import { vi } from "#app/messages/vi.ts";
import { expectAccessible, journey, type Page, PHONE } from "#tests/support/browser.ts";
import { type Inhabitant, LISTERS, VISITING_OFFICER, VISITORS } from "#tests/support/inhabitants.ts";

const { signIn, prove, account } = vi.accounts;

async function fillIn(
  page: Page,
  { username, password }: Pick<Inhabitant, "username" | "password">,
): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel(signIn.name).fill(username);
  await page.getByLabel(signIn.password, { exact: true }).fill(password);
}

async function submit(page: Page): Promise<void> {
  await page.getByRole("main").getByRole("button", { name: signIn.submit }).click();
}

describe("signing in", () => {
  journey("a member comes in with name and password and goes out again", async ({ people }) => {
    const page = await people.visit(PHONE);
    await fillIn(page, VISITORS.member);
    await submit(page);
    await page.waitForURL("/");
    await page.goto("/tai-khoan");
    await page.getByRole("heading", { level: 1, name: VISITORS.member.displayName }).waitFor();
    await expectAccessible(page);
    await page.getByRole("main").getByRole("button", { name: account.signOut }).click();
    await page.getByText(signIn.signedOut).waitFor();
    await page.goto("/tai-khoan");
    expect(new URL(page.url()).pathname).toBe("/dang-nhap");
  });

  journey("keys pressed while the page wakes up harm nothing", async ({ people }) => {
    const page = await people.visit(PHONE);
    await page.addInitScript(() => {
      const press = () =>
        document.body?.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
      const presses = setInterval(press, 0);
      setTimeout(() => clearInterval(presses), 3000);
    });
    for (let visits = 0; visits < 5; visits += 1) await page.goto("/dang-nhap");
    await fillIn(page, { ...LISTERS.member, password: "không phải mật khẩu này" });
    await submit(page);
    await page.getByText(vi.rejections.sign_in_refused()).first().waitFor();
  });

  journey("a wrong password is said in words, and what was typed as name stays", async ({ people }) => {
    const page = await people.visit();
    await fillIn(page, { ...VISITORS.member, password: "không phải mật khẩu này" });
    await submit(page);
    await page.getByText(vi.rejections.sign_in_refused()).first().waitFor();
    expect(await page.getByLabel(signIn.name).inputValue()).toBe(VISITORS.member.username);
    await expectAccessible(page);
  });

  journey("an officer gives the second factor before anything opens", async ({ people }) => {
    const page = await people.visit();
    await fillIn(page, VISITING_OFFICER);
    await submit(page);
    await page.waitForURL(/\/xac-thuc/);
    await expectAccessible(page);
    await page.goto("/tai-khoan/ma-khoi-phuc");
    await page.waitForURL(/\/xac-thuc/);
    await page
      .getByLabel(prove.code)
      .fill(generateSync({ strategy: "totp", secret: VISITING_OFFICER.totpSecret ?? "" }));
    await page.getByRole("main").getByRole("button", { name: prove.submit }).first().click();
    await page.waitForURL((url) => !url.pathname.startsWith("/xac-thuc"));
  });

  journey("it works with the keyboard alone", async ({ people }) => {
    const page = await people.visit();
    await page.goto("/dang-nhap", { waitUntil: "networkidle" });
    const focused = () =>
      page.evaluate(
        () => document.activeElement?.getAttribute("name") ?? document.activeElement?.textContent,
      );
    for (let presses = 0; (await focused()) !== "name" && presses < 20; presses++)
      await page.keyboard.press("Tab");
    await page.keyboard.type(VISITORS.member.username);
    for (let presses = 0; (await focused()) !== "password" && presses < 5; presses++)
      await page.keyboard.press("Tab");
    await page.keyboard.type(VISITORS.member.password);
    await page.keyboard.press("Enter");
    await page.waitForURL("/");
  });

  journey("it works without scripts", async ({ people }) => {
    const page = await people.visit({ javaScriptEnabled: false });
    await fillIn(page, { ...VISITORS.member, password: "sai" });
    await submit(page);
    await page.getByText(vi.rejections.sign_in_refused()).first().waitFor();
    expect(await page.getByLabel(signIn.name).inputValue()).toBe(VISITORS.member.username);
    // The page came anew from the server, which never sends a password back.
    expect(await page.getByLabel(signIn.password, { exact: true }).inputValue()).toBe("");
    await page.getByLabel(signIn.password, { exact: true }).fill(VISITORS.member.password);
    await submit(page);
    await page.waitForURL("/");
  });
});
