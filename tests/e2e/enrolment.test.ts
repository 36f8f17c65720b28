import { generateSync } from "otplib";
import type { BrowserContext, BrowserContextOptions } from "playwright-core";
import { describe, expect } from "vitest";
import { vi } from "#app/messages/vi.ts";
import {
  DESK,
  expectAccessible,
  expectReflow,
  journey,
  type Page,
  PHONE,
  type Visitors,
} from "#tests/support/browser.ts";
import { type Inhabitant, LEADER, MEMBER, OFFICER } from "#tests/support/inhabitants.ts";

const { accounts, enrolment } = vi;
const { enrol, unlock, people: peopleWords, slips } = enrolment;
const STEP_S = 30;

type State = Awaited<ReturnType<BrowserContext["storageState"]>>;

/** The officer's proof, given once: a code is good once only, and the other journeys use codes too. */
let proof: State | null = null;

async function officerAt(people: Visitors, options: BrowserContextOptions = {}): Promise<Page> {
  const first = proof ? null : await people.visit(DESK);
  if (first) {
    await signInAsOfficer(first);
    proof = await first.context().storageState();
  }
  const page = await people.visit({ ...DESK, ...options, ...(proof && { storageState: proof }) });
  await page.goto("/van-phong/nguoi-dung");
  return page;
}

async function signInAsOfficer(page: Page): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel(accounts.signIn.name).fill(OFFICER.username);
  await page.getByLabel(accounts.signIn.password, { exact: true }).fill(OFFICER.password);
  await page.getByRole("main").getByRole("button", { name: accounts.signIn.submit }).click();
  await page.waitForURL(/\/xac-thuc/);
  // The code of the next half minute is good as well, should the present one be used up.
  for (const ahead of [0, STEP_S]) {
    const epoch = Math.floor(Date.now() / 1000) + ahead;
    await page
      .getByLabel(accounts.prove.code)
      .fill(generateSync({ strategy: "totp", secret: OFFICER.totpSecret ?? "", epoch }));
    await page.getByRole("main").getByRole("button", { name: accounts.prove.submit }).first().click();
    const entered = page.waitForURL("/").then(() => true);
    const refused = page
      .getByText(vi.rejections.code_wrong())
      .first()
      .waitFor()
      .then(() => false);
    // The one that loses the race fails later, when the page is gone.
    for (const outcome of [entered, refused]) outcome.catch(() => null);
    if (await Promise.race([entered, refused])) return;
  }
  throw new Error("no code of the officer's was taken");
}

async function signInAsMember(page: Page): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel(accounts.signIn.name).fill(MEMBER.username);
  await page.getByLabel(accounts.signIn.password, { exact: true }).fill(MEMBER.password);
  await page.getByRole("main").getByRole("button", { name: accounts.signIn.submit }).click();
  await page.waitForURL("/");
}

/** Prints a slip for one person and answers what is on it. */
async function printSlip(page: Page, person: Inhabitant): Promise<{ link: string; code: string }> {
  await page.getByRole("checkbox", { name: peopleWords.choose(person.displayName) }).check();
  await page.getByRole("button", { name: peopleWords.print }).click();
  await page.getByText(slips.onceTitle).waitFor();
  const code = await page.getByText(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/).innerText();
  return { code, link: `/ghi-danh?ma=${code.replaceAll("-", "").toLowerCase()}` };
}

describe("from the office's slip to a phone of one's own", () => {
  journey(
    "the office prints, the phone takes a PIN, and the PIN opens it the next time",
    async ({ people }) => {
      const desk = await officerAt(people);
      await expectAccessible(desk);
      await expectReflow(desk);
      const slip = await printSlip(desk, MEMBER);
      await expectAccessible(desk);

      const phone = await people.visit(PHONE);
      await phone.goto("/ghi-danh");
      await expectAccessible(phone);
      await phone.getByLabel(enrol.code).fill(slip.code);
      await phone.getByRole("button", { name: enrol.next }).click();
      await phone.getByRole("heading", { name: enrol.hello(MEMBER.displayName) }).waitFor();
      await expectAccessible(phone);
      await expectReflow(phone);
      await phone.getByLabel(enrol.pin).fill("123456");
      await phone.getByLabel(enrol.repeated).fill("123456");
      await phone.getByRole("button", { name: enrol.usePin }).click();
      await phone.getByText(vi.rejections.pin_too_easy()).first().waitFor();
      await phone.getByLabel(enrol.pin).fill("583917");
      await phone.getByLabel(enrol.repeated).fill("583917");
      await phone.getByRole("button", { name: enrol.usePin }).click();
      await phone.waitForURL("/");

      await phone.goto("/tai-khoan");
      await phone.getByRole("main").getByRole("button", { name: accounts.account.signOut }).click();
      await phone.getByText(accounts.signIn.signedOut).waitFor();
      await phone.goto("/mo-khoa");
      await phone.getByRole("heading", { name: unlock.hello(MEMBER.displayName) }).waitFor();
      await expectAccessible(phone);
      await phone.getByLabel(unlock.pin).fill("402917");
      await phone.getByRole("button", { name: unlock.open, exact: true }).click();
      await phone
        .getByText(vi.rejections.pin_wrong({ code: "pin_wrong", triesLeft: 9 }))
        .first()
        .waitFor();
      await phone.getByLabel(unlock.pin).fill("583917");
      await phone.getByRole("button", { name: unlock.open, exact: true }).click();
      await phone.waitForURL("/");

      await phone.goto(slip.link);
      await phone.getByRole("heading", { name: enrol.closedTitle }).waitFor();
      await expectAccessible(phone);
    },
  );

  journey("a finger is enough, twice, and two people share the phone", async ({ people }) => {
    const desk = await officerAt(people);
    const phone = await people.visit(PHONE);
    const cdp = await phone.context().newCDPSession(phone);
    await cdp.send("WebAuthn.enable");
    await cdp.send("WebAuthn.addVirtualAuthenticator", {
      options: {
        protocol: "ctap2",
        transport: "internal",
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    for (const person of [MEMBER, LEADER]) {
      await desk.goto("/van-phong/nguoi-dung");
      const slip = await printSlip(desk, person);
      await phone.goto(slip.link);
      await phone.getByRole("button", { name: enrol.byFinger }).click();
      await phone.waitForURL("/");
    }
    await phone.goto("/mo-khoa");
    await phone.getByRole("heading", { name: unlock.who }).waitFor();
    await expectAccessible(phone);
    await phone.getByRole("link", { name: new RegExp(MEMBER.displayName) }).click();
    await phone.getByRole("button", { name: unlock.byFinger }).click();
    await phone.waitForURL("/");
    await phone.goto("/tai-khoan");
    await phone.getByText(MEMBER.username).first().waitFor();
  });

  journey("it works without scripts, with a PIN", async ({ people }) => {
    const desk = await officerAt(people, { javaScriptEnabled: false });
    const slip = await printSlip(desk, LEADER);
    const phone = await people.visit({ ...PHONE, javaScriptEnabled: false });
    await phone.goto(slip.link);
    await phone.getByLabel(enrol.pin).fill("583917");
    await phone.getByLabel(enrol.repeated).fill("583917");
    await phone.getByRole("button", { name: enrol.usePin }).click();
    await phone.waitForURL("/");
    await phone.goto("/mo-khoa");
    await phone.getByLabel(unlock.pin).fill("583917");
    await phone.getByRole("button", { name: unlock.open, exact: true }).click();
    await phone.waitForURL("/");
  });
});

describe("the live line of a signed-in page", () => {
  journey("a slip used on a phone changes the office's list without a touch", async ({ people }) => {
    const desk = await officerAt(people);
    const slip = await printSlip(desk, MEMBER);
    await desk.goto("/van-phong/nguoi-dung");
    const row = desk.getByRole("row", { name: new RegExp(MEMBER.displayName) });
    await row.getByText(peopleWords.waiting).waitFor();
    const phone = await people.visit(PHONE);
    await phone.goto(slip.link);
    await phone.getByLabel(enrol.pin).fill("583917");
    await phone.getByLabel(enrol.repeated).fill("583917");
    await phone.getByRole("button", { name: enrol.usePin }).click();
    await phone.waitForURL("/");
    await row.getByText(peopleWords.waiting).waitFor({ state: "detached" });
    expect(await row.getByText(peopleWords.active).count()).toBe(1);
  });

  journey("says in words that the network is away, and that only", async ({ people }) => {
    people.announceProblem(/WebSocket|net::|Failed to fetch|ERR_INTERNET_DISCONNECTED/);
    const page = await people.visit(PHONE);
    const connected = page.waitForEvent("websocket");
    await signInAsMember(page);
    await connected;
    expect(await page.getByText(vi.live.offline).count()).toBe(0);
    await page.context().setOffline(true);
    await page.getByText(vi.live.offline).waitFor();
    await expectAccessible(page);
    await page.context().setOffline(false);
    await page.getByText(vi.live.offline).waitFor({ state: "detached" });
  });

  journey("a session ended elsewhere closes the page that was open, within seconds", async ({ people }) => {
    const page = await people.visit(DESK);
    const connected = page.waitForEvent("websocket");
    await signInAsMember(page);
    await connected;
    await page.goto("/tai-khoan");
    const elsewhere = await people.visit(PHONE);
    await signInAsMember(elsewhere);
    await elsewhere.goto("/tai-khoan/thiet-bi");
    await elsewhere.getByRole("button", { name: accounts.devices.endAllOthers }).click();
    await page.waitForURL(/\/dang-nhap/);
  });
});
