import { beforeEach, expect, it } from "vitest";
import { findMonthHolding } from "#app/features/months/find-month.server.ts";
import * as decide from "#app/routes/leader/queue-decide.ts";
import * as officeQueue from "#app/routes/office/queue.tsx";
import { NOW, testOffice } from "../communes/office.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { makeTeam, type Person, plantClaim, type VerifyingTeam } from "./planted-claims.ts";

const office = testOffice();
let team: VerifyingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeTeam(office);
});

const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 60 * 60 * 1000);

async function decideAll(by: Person, claims: readonly string[], verdict: "approve" | "return") {
  const browser = await team.commune.browser(by.accountId);
  for (const [index, claimId] of claims.entries()) {
    office.setNow(new Date(NOW.getTime() + index * 4_000));
    const reasonCode = verdict === "approve" ? null : "photo";
    const decision = { decisionId: freshId(), claimId, revision: 1, verdict, reasonCode, reason: null };
    const { body } = await browser.post(decide.action, "/api/duyet", {
      decisions: JSON.stringify([decision]),
    });
    expect(JSON.parse(body).results).toMatchObject([{ ok: true }]);
  }
  office.setNow(NOW);
}

const plant = (by: Person, submittedAt: Date) => plantClaim(office, team, { by, submittedAt });

it("the office sees what waits in each team and since when, the longest waiting first", async () => {
  await plant(team.lan, hoursAgo(90));
  await plant(team.minh, hoursAgo(3));
  await team.commune.team("Thôn 2");
  const { body } = await (await team.commune.browser()).get(officeQueue.loader, "/van-phong/duyet");
  expect(body.verifiers.teams).toMatchObject([
    { teamName: "Tổ Thôn 1", leaders: ["Cầm Văn Tiến"], waiting: 2, oldestAt: hoursAgo(90).getTime() },
    { teamName: "Tổ Thôn 2", leaders: [], waiting: 0, oldestAt: null },
  ]);
});

it("one tap on a team names every record that waits there, since when, and how long it can still count", async () => {
  const { commune } = team;
  await commune.act((tx) => findMonthHolding(tx, commune.communeId, day("2026-11-20"), NOW.getTime()));
  const claimId = await plant(team.lan, hoursAgo(90));
  const browser = await commune.browser();
  const all = await browser.get(officeQueue.loader, "/van-phong/duyet");
  expect(all.body.waiting).toBeNull();
  const [first] = all.body.verifiers.teams;
  expect(first.closesAt).toBeGreaterThan(NOW.getTime());
  const { body } = await browser.get(officeQueue.loader, `/van-phong/duyet?to=${first.teamId}`);
  expect(body.waiting).toMatchObject({
    teamName: first.teamName,
    records: [{ id: claimId, submittedAt: hoursAgo(90).getTime(), closesAt: first.closesAt }],
  });
  const nowhere = await browser.get(officeQueue.loader, "/van-phong/duyet?to=99999999");
  expect([nowhere.status, nowhere.body.waiting]).toEqual([200, null]);
});

it("how each person verified: how many, within 72 hours, share approved, seconds each, at night", async () => {
  const claims = [
    await plant(team.lan, hoursAgo(1)),
    await plant(team.lan, hoursAgo(2)),
    await plant(team.lan, hoursAgo(80)),
  ];
  await decideAll(team.leader, claims.slice(0, 2), "approve");
  office.setNow(NOW);
  await decideAll(team.leader, claims.slice(2), "return");
  const { body } = await (await team.commune.browser()).get(officeQueue.loader, "/van-phong/duyet");
  expect(body.verifiers.people).toMatchObject([
    { name: "Cầm Văn Tiến", decisions: 3, within72Hours: 2, approved: 2, secondsEach: 2, atNight: 0 },
  ]);
  expect(body.verifiers.pairs).toEqual([]);
});

it("two who check each other's work often stand side by side, as a fact and nothing more", async () => {
  const { leader, deputy } = team;
  const own = [1, 2, 3].map(() => plant(leader, hoursAgo(1)));
  const deputys = [1, 2, 3].map(() => plant(deputy, hoursAgo(1)));
  await decideAll(deputy, await Promise.all(own), "approve");
  await decideAll(leader, await Promise.all(deputys), "approve");
  const { body } = await (await team.commune.browser()).get(officeQueue.loader, "/van-phong/duyet");
  expect(body.verifiers.pairs).toMatchObject([{ there: 3, back: 3 }]);
});
