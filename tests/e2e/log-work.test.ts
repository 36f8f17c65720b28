import { describe, expect } from "vitest";
import { vi } from "#app/messages/vi.ts";
import { expectAccessible, expectReflow, journey, type Page, PHONE } from "#tests/support/browser.ts";
import { drawPhoto } from "#tests/support/draw-photo.ts";
import { type Inhabitant, LOGGERS, NEIGHBOUR } from "#tests/support/inhabitants.ts";

const { accounts, activity, rejections, today } = vi;
const words = activity.log;

const press = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true }).first().click();

async function signIn(page: Page, who: Inhabitant): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel(accounts.signIn.name).fill(who.username);
  await page.getByLabel(accounts.signIn.password, { exact: true }).fill(who.password);
  await press(page, accounts.signIn.submit);
  await page.waitForURL((url) => url.pathname !== "/dang-nhap");
}

async function meetHousehold(page: Page, head: string): Promise<void> {
  await press(page, words.newHousehold);
  await page.getByLabel(words.head).fill(head);
  await press(page, words.addHousehold);
}

async function namePerson(page: Page, name: string): Promise<void> {
  await press(page, words.newPerson);
  await page.getByLabel(words.personName).fill(name);
  await press(page, words.addPerson);
  await page.getByRole("button", { name: words.drop(name) }).waitFor();
}

describe("a member logs work on a phone", () => {
  journey(
    "C21, C30: two doors in a row, with photos, each with how far the person came; it waits and nothing typed was lost",
    async ({ people }) => {
      const page = await people.visit(PHONE);
      await signIn(page, LOGGERS.member);
      await page.getByRole("main").getByRole("link", { name: today.log }).click();
      await page.getByRole("link", { name: /^Dịch vụ công trực tuyến/ }).click();
      await page.getByText("Nộp thuế", { exact: true }).click();

      await press(page, words.pickPerson);
      await meetHousehold(page, "Ông Tư Lợi");
      await namePerson(page, "Bà Lan");
      await page
        .getByRole("group", { name: words.outcome("Bà Lan") })
        .getByText(activity.outcomes.proficient)
        .click();
      await press(page, words.nextPerson);
      await meetHousehold(page, "Bà Sáu Hạnh");
      await namePerson(page, "Chị Mơ");
      await page
        .getByRole("group", { name: words.outcome("Chị Mơ") })
        .getByText(activity.outcomes.with_help)
        .click();

      await page.locator("input[type=file]").setInputFiles([await drawPhoto(1), await drawPhoto(2)]);
      await page.getByRole("img", { name: words.photo(2) }).waitFor();
      await page.getByText(words.more).click();
      await page.getByLabel(words.note).fill("Căn cước 034091234567");
      await expectReflow(page);
      await press(page, words.send);

      const note = page.getByLabel(words.note);
      await expect.poll(() => note.getAttribute("aria-invalid")).toBe("true");
      expect(await page.locator("#field-note-error").textContent()).toContain(rejections.identity_number());
      expect(await note.inputValue()).toBe("Căn cước 034091234567");
      expect(await page.locator("input[name=unit]").count()).toBe(2);
      expect(await page.locator("input[name=photo]").count()).toBe(2);
      await expectAccessible(page);

      await note.fill("Nộp thuế tại nhà");
      await press(page, words.send);
      await page.getByText(words.sentTitle).waitFor();
      await page.getByRole("link", { name: words.seeIt }).click();
      await page.waitForURL(/\/viec\//);
      await page.getByText(activity.states.submitted).first().waitFor();
      await page.getByText("Bà Lan").waitFor();
      expect(await page.getByRole("link", { name: /Xem ảnh/ }).count()).toBe(2);
      await expectAccessible(page);
      await page.goto("/viec-cua-toi");
      await page.getByText(activity.record.people(2)).waitFor();
      await page.getByRole("main").getByText(activity.states.submitted, { exact: true }).last().waitFor();
    },
  );

  journey(
    "C21: what was begun comes back on the same phone, and what was just sent can be taken back",
    async ({ people }) => {
      const page = await people.visit(PHONE);
      await signIn(page, LOGGERS.member);
      await page.goto("/ghi-viec?viec=talk");
      await page.getByText(words.kept).waitFor();
      await page.getByLabel(words.visits).fill("35");
      await page.goto("/");
      await page.goto("/ghi-viec?viec=talk");
      await page.getByText(words.restored).waitFor();
      expect(await page.getByLabel(words.visits).inputValue()).toBe("35");
      await press(page, words.send);
      await page.getByText(words.sentTitle).waitFor();
      await page.getByRole("button", { name: new RegExp(`^${words.undo}`) }).click();
      await page.getByText(words.withdrawnTitle).waitFor();
      expect(await page.getByLabel(words.visits).inputValue()).toBe("35");
    },
  );

  journey(
    "C21, L32: without scripts the same form goes step by step, and keeps what was typed at each",
    async ({ people }) => {
      const page = await people.visit({ ...PHONE, javaScriptEnabled: false });
      await signIn(page, NEIGHBOUR);
      await page.goto("/ghi-viec?viec=first-visit");
      await page.getByText(words.more).click();
      await page.getByLabel(words.note).fill("Đầu làng");
      await page.getByText(activity.audiences.parents).click();
      await press(page, words.pickHousehold);
      await press(page, words.newHousehold);
      await page.getByLabel(words.head).fill("Ông Bảy Thìn");
      await press(page, words.addHousehold);
      await page.getByRole("button", { name: /Bỏ .*Ông Bảy Thìn/ }).waitFor();
      await page.getByLabel(words.choosePhotos).setInputFiles([await drawPhoto(3)]);
      await press(page, words.send);
      await page.getByText(words.sentTitle).waitFor();
      await page.getByRole("link", { name: words.seeIt }).click();
      await page.waitForURL(/\/viec\//);
      for (const said of ["Đầu làng", activity.audiences.parents, /Ông Bảy Thìn/]) {
        await page.getByRole("main").getByText(said).first().waitFor();
      }
      expect(await page.getByRole("link", { name: /Xem ảnh/ }).count()).toBe(1);
    },
  );
});
