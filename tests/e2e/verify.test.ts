import { randomBytes } from "node:crypto";
import { describe, expect } from "vitest";
import { PLAIN_UNIT } from "#app/domain/activity/claim.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { vi } from "#app/messages/vi.ts";
import { expectAccessible, expectReflow, journey, type Page, PHONE } from "#tests/support/browser.ts";
import { CHECKERS, type Inhabitant } from "#tests/support/inhabitants.ts";

const { verification, accounts, activityPoints } = vi;

async function signIn(page: Page, { username, password }: Inhabitant): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel(accounts.signIn.name).fill(username);
  await page.getByLabel(accounts.signIn.password, { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: accounts.signIn.submit }).click();
  await page.waitForURL("/");
}

const freshId = () => makeId(Date.now(), new Uint8Array(randomBytes(10)));

/** Sends records as a phone that was away does. */
async function log(page: Page, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, freshId);
  const claims = ids.map((id, index) => ({
    id,
    content: {
      activityKey: "talk",
      workDate: localDateAt(Date.now()),
      mode: "meeting",
      audience: "residents",
      place: `Nhà văn hóa, buổi ${index + 1}`,
      note: null,
      link: null,
      visits: 10 + index,
      minutes: null,
      counters: {},
      movements: [],
      units: [PLAIN_UNIT],
      helpers: [],
      photos: [],
    },
  }));
  const answer = await page.evaluate(async (body) => {
    const headers = { "Content-Type": "application/json" };
    return (await fetch("/api/viec", { method: "POST", headers, body })).text();
  }, JSON.stringify({ claims }));
  expect(answer.match(/"ok":true/g), answer).toHaveLength(count);
  return ids;
}

describe("the queue", () => {
  journey(
    "A14: a leader clears the queue by keyboard and the member sees it counted; nobody verifies their own",
    async ({ people }) => {
      const member = await people.visit(PHONE);
      await signIn(member, CHECKERS.member);
      const ids = await log(member, 4);

      const leader = await people.visit();
      await signIn(leader, CHECKERS.leader);
      await leader.goto("/duyet");
      await leader.getByText(verification.waiting(ids.length)).waitFor();
      await expectAccessible(leader);
      await expectReflow(leader);

      await leader.keyboard.press("j");
      await leader.keyboard.press("a");
      await leader.keyboard.press("a");
      await leader.keyboard.press("r");
      await leader.keyboard.press("7");
      await leader.keyboard.press("x");
      await leader.keyboard.press("1");
      await leader
        .getByText(verification.emptyTitle)
        .or(leader.getByText(verification.doneHere))
        .first()
        .waitFor();

      // Decided in order: with the answer to the last, all have arrived.
      await leader
        .getByRole("status")
        .getByText(verification.rejectedDone(CHECKERS.member.displayName))
        .waitFor();
      await member.goto("/diem-cua-toi");
      await member.getByText(activityPoints.verifiedBy(CHECKERS.leader.displayName)).first().waitFor();
      expect(await member.getByText(activityPoints.verifiedBy(CHECKERS.leader.displayName)).count()).toBe(2);

      const [own] = await log(leader, 1);
      await leader.goto("/duyet");
      await leader.getByText(verification.emptyTitle).waitFor();
      const refused = await leader.evaluate(
        async (decision) => {
          const body = new URLSearchParams({ decisions: JSON.stringify([decision]) });
          return (await fetch("/api/duyet", { method: "POST", body })).json();
        },
        {
          decisionId: freshId(),
          claimId: own,
          revision: 1,
          verdict: "approve",
          reasonCode: null,
          reason: null,
        },
      );
      expect(refused.results).toMatchObject([{ ok: false, refusal: { code: "verify_own_claim" } }]);
    },
  );

  journey("practice counts nowhere and works without scripts", async ({ people }) => {
    const page = await people.visit({ ...PHONE, javaScriptEnabled: false });
    await signIn(page, CHECKERS.leader);
    await page.goto("/duyet/tap");
    const cards = page.getByRole("article");
    const before = await cards.count();
    await cards.first().getByRole("button").first().click();
    await page.getByText(verification.doneMany(1)).waitFor();
    await expect.poll(() => cards.count()).toBe(before - 1);
    await cards.first().getByRole("link", { name: verification.sendBack }).click();
    await page.getByRole("button", { name: verification.sendReturn }).click();
    await page.getByText(verification.doneMany(1)).waitFor();
    await expectReflow(page);
  });
});
