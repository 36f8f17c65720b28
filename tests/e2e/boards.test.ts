import { randomBytes } from "node:crypto";
import { describe, expect } from "vitest";
import { PLAIN_UNIT } from "#app/domain/activity/claim.ts";
import { localDateAt } from "#app/domain/calendar/local-date.ts";
import { makeId } from "#app/domain/ids.ts";
import { vi } from "#app/messages/vi.ts";
import { expectAccessible, expectReflow, journey, type Page, PHONE } from "#tests/support/browser.ts";
import { type Inhabitant, RACERS } from "#tests/support/inhabitants.ts";

const { accounts, boards, boardExtras, memberHome } = vi;

async function signIn(page: Page, { username, password }: Inhabitant): Promise<void> {
  await page.goto("/dang-nhap");
  await page.getByLabel(accounts.signIn.name).fill(username);
  await page.getByLabel(accounts.signIn.password, { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: accounts.signIn.submit }).click();
  await page.waitForURL("/");
}

const freshId = () => makeId(Date.now(), new Uint8Array(randomBytes(10)));

/** A talk held today, sent as a phone sends it. */
async function logTalk(page: Page): Promise<string> {
  const id = freshId();
  const unit = PLAIN_UNIT;
  const content = {
    activityKey: "talk",
    workDate: localDateAt(Date.now()),
    mode: "meeting",
    audience: "residents",
    place: "Nhà văn hóa",
    note: null,
    link: null,
    visits: 12,
    minutes: null,
    counters: {},
    movements: [],
    units: [unit],
    helpers: [],
    photos: [],
  };
  const answer = await page.evaluate(
    async (body) => {
      const headers = { "Content-Type": "application/json" };
      return (await fetch("/api/viec", { method: "POST", headers, body })).text();
    },
    JSON.stringify({ claims: [{ id, content }] }),
  );
  expect(answer).toContain('"ok":true');
  return id;
}

async function approve(page: Page, claimId: string): Promise<void> {
  const answer = await page.evaluate(
    async (decision) => {
      const body = new URLSearchParams({ decisions: JSON.stringify([decision]) });
      return (await fetch("/api/duyet", { method: "POST", body })).text();
    },
    { decisionId: freshId(), claimId, revision: 1, verdict: "approve", reasonCode: null, reason: null },
  );
  expect(answer).toContain('"ok":true');
}

describe("boards", () => {
  journey(
    "K05, K10: verified work moves an open board by itself, a team mate says thanks, and a name can be kept off",
    async ({ people }) => {
      const member = await people.visit(PHONE);
      await signIn(member, RACERS.member);
      const claimId = await logTalk(member);
      await member.goto("/bang");
      await member.getByText(boards.own.none).waitFor();

      const leader = await people.visit();
      await signIn(leader, RACERS.leader);
      await approve(leader, claimId);
      const ownRow = member.getByRole("row", { name: RACERS.member.displayName });
      await ownRow.first().waitFor();
      await expectAccessible(member);
      await expectReflow(member);

      await leader.goto("/");
      const thank = memberHome.thanks.givenTo(RACERS.member.displayName, "");
      await leader.getByRole("button", { name: thank.slice(0, -2) }).click();
      await leader.getByText(memberHome.thanks.given).first().waitFor();
      await member.goto("/");
      await member.getByText(memberHome.thanks.title).waitFor();
      await expectAccessible(member);

      await member.goto("/bang/cua-toi");
      await member.getByLabel(boardExtras.preference.hidden).check();
      await member.getByRole("button", { name: boardExtras.preference.save }).click();
      await member.getByText(boardExtras.preference.saved).waitFor();
      await expectAccessible(member);
      await leader.goto("/bang?xem=tat-ca");
      await leader.getByText(boards.print.hiddenRows).waitFor();
      expect(await leader.getByText(RACERS.member.displayName).count()).toBe(0);
    },
  );
});
