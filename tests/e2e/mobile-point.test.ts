import { describe, expect } from "vitest";
import { localDateAt, startOfDay } from "#app/domain/calendar/local-date.ts";
import { CAMPAIGN_PATHS } from "#app/domain/campaigns/campaign-paths.ts";
import { vi } from "#app/messages/vi.ts";
import { expectAccessible, expectReflow, journey, type Page, PHONE } from "#tests/support/browser.ts";
import { GATHERERS, type Inhabitant } from "#tests/support/inhabitants.ts";

const { accounts, mobilePoints: words } = vi;
const MINUTE_MS = 60_000;

async function signIn(page: Page, { username, password }: Inhabitant): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel(accounts.signIn.name).fill(username);
  await page.getByLabel(accounts.signIn.password, { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: accounts.signIn.submit }).click();
  await page.waitForURL("/");
}

/** "08:05" of so many minutes from now, within the day. */
function clockAt(minutes: number): string {
  const now = Date.now();
  const minute = Math.floor((now - startOfDay(localDateAt(now))) / MINUTE_MS) + minutes;
  const within = Math.min(24 * 60 - 1, Math.max(0, minute));
  return `${String(Math.floor(within / 60)).padStart(2, "0")}:${String(within % 60).padStart(2, "0")}`;
}

describe("a mobile point", () => {
  journey("D10, D11: a scan on one phone joins, and the host's screen counts it", async ({ people }) => {
    const host = await people.visit();
    await signIn(host, GATHERERS.leader);
    await host.goto(CAMPAIGN_PATHS.newPoint);
    await host.getByLabel(words.form.name).fill("Điểm lưu động sân nhà văn hóa");
    await host.getByLabel(words.form.from).fill(clockAt(-30));
    await host.getByLabel(words.form.to).fill(clockAt(120));
    await host.getByLabel(words.form.place).fill("Sân nhà văn hóa");
    await host.getByLabel(words.form.stations).fill("Cài VNeID\nNộp hồ sơ trực tuyến");
    await host.getByRole("button", { name: words.form.save }).click();
    await host.getByRole("img", { name: words.code }).waitFor();
    await expectAccessible(host);
    const present = host.getByRole("heading", { name: `${words.attendance} (0)` });
    await present.waitFor();
    const address = new URL(host.url()).pathname;
    const code = await host.getByText(/^[0-9A-F]{4} [0-9A-F]{4}$/).textContent();

    const phone = await people.visit(PHONE);
    await signIn(phone, GATHERERS.member);
    await phone.goto(`${address}/diem-danh?ma=${(code ?? "").replace(" ", "")}`);
    await expectReflow(phone);
    await phone.getByLabel(words.attend.station).selectOption("1");
    await phone.getByRole("button", { name: words.attend.button }).click();
    await phone.getByText(words.done["co-mat"]).waitFor();
    await expectReflow(phone);

    await host.getByRole("heading", { name: `${words.attendance} (1)` }).waitFor();
    await host.getByText(GATHERERS.member.displayName).first().waitFor();
    expect(await host.getByRole("region", { name: words.counters }).textContent()).toContain(
      `${words.present}1`,
    );
  });
});
