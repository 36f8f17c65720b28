import { generateSync } from "otplib";
import { describe, expect } from "vitest";
import { vi } from "#app/messages/vi.ts";
import { journey, type Locator, type Page } from "#tests/support/browser.ts";
import { type Inhabitant, TYPING_OFFICER, TYPISTS } from "#tests/support/inhabitants.ts";

const { accounts, activity, activityPoints, reports, setup, shell, verification } = vi;
const PRESSES = 120;

/** Goes on with Tab until it stands there; whoever stands there must see it. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  const isThere = () => target.evaluate((element) => element === element.ownerDocument.activeElement);
  await target.waitFor();
  for (let presses = 0; !(await isThere()); presses++) {
    if (presses === PRESSES) throw new Error(`not reached in ${PRESSES} steps: ${target}`);
    await page.keyboard.press("Tab");
  }
  const outline = await page.evaluate(() => {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(document.activeElement as Element);
    return { isDrawn: outlineStyle !== "none" && outlineWidth !== "0px", boxShadow };
  });
  expect(outline.isDrawn || outline.boxShadow !== "none", `focus is seen on ${target}`).toBe(true);
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

async function type(page: Page, target: Locator, text: string): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

async function signIn(page: Page, who: Inhabitant): Promise<void> {
  await page.goto("/dang-nhap", { waitUntil: "networkidle" });
  await type(page, page.getByLabel(accounts.signIn.name), who.username);
  await type(page, page.getByLabel(accounts.signIn.password, { exact: true }), who.password);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname !== "/dang-nhap");
  if (!who.totpSecret) return;
  await page.waitForURL(/\/xac-thuc/);
  await type(
    page,
    page.getByLabel(accounts.prove.code),
    generateSync({ strategy: "totp", secret: who.totpSecret }),
  );
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/xac-thuc"));
}

const inMenu = (page: Page, name: string) =>
  page.getByRole("navigation").getByRole("link", { name, exact: true }).first();

describe("E08: whoever has no mouse and no touch screen", () => {
  journey("a member logs a talk, and a leader approves it", async ({ people }) => {
    const member = await people.visit();
    await signIn(member, TYPISTS.member);
    await press(member, inMenu(member, shell.navigation.log));
    await member.waitForURL("/ghi-viec");
    await press(member, member.locator('main a[href="/ghi-viec?viec=talk"]').first());
    await type(member, member.getByLabel(activity.log.visits), "17");
    await press(
      member,
      member.getByRole("main").getByRole("button", { name: activity.log.send, exact: true }),
    );
    await member.getByText(activity.log.sentTitle).waitFor();

    const leader = await people.visit();
    await signIn(leader, TYPISTS.leader);
    await press(leader, inMenu(leader, shell.navigation.verify));
    await leader.waitForURL("/duyet");
    await press(
      leader,
      leader.getByRole("article").getByRole("button", { name: verification.approve }).first(),
    );
    await leader.getByRole("status").getByText(TYPISTS.member.displayName).first().waitFor();
    await member.goto("/diem-cua-toi");
    await member.getByText(activityPoints.verifiedBy(TYPISTS.leader.displayName)).first().waitFor();
  });

  journey("an officer asks the teams for a report of the quarter", async ({ people }) => {
    const page = await people.visit();
    await signIn(page, TYPING_OFFICER);
    await press(page, inMenu(page, shell.navigation.office));
    await page.waitForURL("/van-phong");
    await press(page, page.getByRole("link", { name: setup.overview.desk.reports[0] }).first());
    await page.waitForURL("/van-phong/bao-cao");
    await press(page, page.getByRole("link", { name: reports.newRequest }));
    await tabTo(page, page.getByRole("radio", { name: reports.byDays }));
    await page.keyboard.press("ArrowDown");
    // The same in every order of day and month.
    await type(page, page.getByLabel(reports.dueDay), `1212${new Date().getFullYear() + 1}`);
    await type(page, page.getByLabel(reports.requestTitle), "Báo cáo bằng bàn phím");
    await press(page, page.getByRole("button", { name: reports.sendRequest }));
    await page.getByRole("heading", { level: 1, name: "Báo cáo bằng bàn phím" }).waitFor();
    await page.getByText(reports.requested).waitFor();
  });
});
