import { describe } from "vitest";
import { vi } from "#app/messages/vi.ts";
import { expectAccessible, expectReflow, journey, type Page, PHONE } from "#tests/support/browser.ts";
import { type Inhabitant, LISTERS } from "#tests/support/inhabitants.ts";

const { households: words, roster } = vi;
const VILLAGE = LISTERS.village;

async function signInAs(page: Page, who: Inhabitant): Promise<void> {
  const { signIn } = vi.accounts;
  await page.goto("/dang-nhap");
  await page.getByLabel(signIn.name).fill(who.username);
  await page.getByLabel(signIn.password, { exact: true }).fill(who.password);
  await press(page, signIn.submit);
  await page.waitForURL((url) => !url.pathname.startsWith("/dang-nhap"));
}

const press = (page: Page, name: string) =>
  page.getByRole("main").getByRole("button", { name, exact: true }).first().click();

describe("B13: the households of a village, at their doors", () => {
  journey("a leader adds two in a row, names a person, proposes an absence", async ({ people }) => {
    const page = await people.visit(PHONE);
    await signInAs(page, LISTERS.leader);
    await page.goto("/to-cua-toi");
    await page.getByRole("link", { name: words.title, exact: true }).click();
    await page.getByRole("heading", { level: 1, name: words.listTitle(VILLAGE) }).waitFor();
    await page.getByText(words.list.noneTitle).waitFor();

    await page.getByText(words.quick.open, { exact: true }).click();
    await page.getByLabel(words.form.head).fill("Bà Lò Thị Tươi");
    await page.getByLabel(words.form.lane).fill("Ngõ Giếng");
    await expectAccessible(page);
    await press(page, words.quick.add);
    await page.getByText(words.quick.added("001")).waitFor();
    // The lane is remembered, the form is open: the next house needs its name only.
    await page.getByLabel(words.form.head).fill("Ông Giàng A Páo");
    await press(page, words.quick.add);
    await page.getByText(words.quick.added("002")).waitFor();
    await page.getByText("Ngõ Giếng").nth(1).waitFor();
    await expectAccessible(page);
    await expectReflow(page);

    await page.getByLabel(words.search.label).fill("lo thi tuoi");
    await press(page, words.search.find);
    await page.getByText(words.search.found(1), { exact: true }).waitFor();
    await page.getByRole("link", { name: "Bà Lò Thị Tươi" }).click();
    await page.getByText(words.people.unknown).first().click();
    await page.getByLabel(words.people.nameOf(1)).fill("Bà Tươi");
    await page.getByLabel(words.people.digitsOf(1)).fill("0912345678");
    await press(page, words.people.save);
    await page.getByText("Bà Tươi ...678").waitFor();
    await press(page, words.absence.proposeAway);
    await page.getByText(words.absence.proposed).waitFor();
    await expectAccessible(page);
    await expectReflow(page);

    const member = await people.visit(PHONE);
    await signInAs(member, LISTERS.member);
    await member.goto("/to-cua-toi/ho");
    await member.getByText(words.list.waitingAway).waitFor();
    await member.getByRole("link", { name: "Bà Lò Thị Tươi" }).click();
    await member.getByText(words.people.hidden).waitFor();
    await expectAccessible(member);
    await expectReflow(member);
  });

  journey("an identity number is refused beside its field, without scripts", async ({ people }) => {
    const page = await people.visit({ ...PHONE, javaScriptEnabled: false });
    await signInAs(page, LISTERS.leader);
    await page.goto("/to-cua-toi/ho");
    await page.getByText(words.quick.open, { exact: true }).click();
    await page.getByLabel(words.form.head).fill("Bà Mỷ 001099012345");
    await press(page, words.quick.add);
    await page.getByText(vi.rejections.identity_number()).first().waitFor();
    await page.getByRole("link", { name: roster.mine.teamTitle }).first().waitFor();
  });
});
