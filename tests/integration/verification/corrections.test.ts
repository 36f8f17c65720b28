import type { LoaderFunctionArgs } from "@remix-run/node";
import { beforeEach, describe, expect, it } from "vitest";
import { allow } from "#app/features/accounts/allow.server.ts";
import { askCorrection, type CorrectionWish } from "#app/features/verification/ask-correction.server.ts";
import * as ofTeam from "#app/routes/leader/queue-corrections.tsx";
import * as decide from "#app/routes/leader/queue-decide.ts";
import * as ofOffice from "#app/routes/office/queue-corrections.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";
import { makeTeam, type Person, plantClaim, type VerifyingTeam } from "./planted-claims.ts";

const office = testOffice();
let team: VerifyingTeam;
let desk: TestBrowser;
let claimId: string;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeTeam(office);
  desk = await team.commune.browser();
  claimId = await plantClaim(office, team, { by: team.lan });
  await approve(claimId);
});

async function approve(id: string) {
  const leader = await team.commune.browser(team.leader.accountId);
  const decision = {
    decisionId: freshId(),
    claimId: id,
    revision: 1,
    verdict: "approve",
    reasonCode: null,
    reason: null,
  };
  const { body } = await leader.post(decide.action, "/api/duyet", { decisions: JSON.stringify([decision]) });
  expect(JSON.parse(body).results).toMatchObject([{ ok: true }]);
}

const wish = (patch: Partial<CorrectionWish> = {}): CorrectionWish => ({
  id: freshId(),
  claimId,
  field: "not_done",
  proposed: {},
  reason: "Hôm đó mưa to, không đi được.",
  ...patch,
});

async function ask(as: Person | { accountId: string }, asked: CorrectionWish) {
  const browser = await team.commune.browser(as.accountId);
  const loader = async (args: LoaderFunctionArgs) =>
    askCorrection(await allow(args, "activity.ask-correction"), asked);
  return (await browser.get(loader, "/viec")).body;
}

const stateOf = async () => {
  const { rows } = await office.db.maintain.query(
    `select state, revision, (select coalesce(sum(points), 0)::int from ledger_line l where l.claim_id = c.id) as points
       from claim c where id = $1`,
    [claimId],
  );
  return rows[0];
};

describe("asking", () => {
  it("whoever did the work or checks there may ask; once for each point; the same sending is one request", async () => {
    const asked = wish();
    expect(await ask(team.lan, asked)).toMatchObject({ ok: true });
    expect(await ask(team.lan, asked)).toMatchObject({ ok: true });
    expect(await ask(team.lan, { ...asked, reason: "Nội dung khác" })).toMatchObject({
      code: "correction_sent_otherwise",
    });
    expect(await ask(team.leader, wish())).toMatchObject({ code: "correction_waits_already" });
    expect(await ask(team.leader, wish({ field: "visits", proposed: { visits: 2 } }))).toMatchObject({
      ok: true,
    });
    expect(await ask(team.minh, wish({ field: "person" }))).toMatchObject({ code: "not_permitted" });
  });

  it("what has not counted is edited, not corrected", async () => {
    const waiting = await plantClaim(office, team, { by: team.lan });
    expect(await ask(team.lan, wish({ claimId: waiting }))).toMatchObject({ code: "correction_not_counted" });
  });
});

describe("answering", () => {
  it("another person accepts: the claim is taken back with its points, and answering again does nothing more", async () => {
    const asked = wish();
    await ask(team.lan, asked);
    const form = { request: asked.id, intent: "accept" };
    const first = await desk.post(ofOffice.action, "/van-phong/dinh-chinh", form);
    expect(first.location).toBe("/van-phong/dinh-chinh?xong=accepted");
    expect(await stateOf()).toMatchObject({ state: "reversed", points: 0 });
    expect((await desk.post(ofOffice.action, "/van-phong/dinh-chinh", form)).status).toBe(303);
    const list = (await desk.get(ofOffice.loader, "/van-phong/dinh-chinh")).body;
    expect(list.waiting).toEqual([]);
    expect(list.answered).toMatchObject([{ id: asked.id, verdict: "accepted" }]);
  });

  it("nobody answers their own request, nor one about work they have a part in", async () => {
    const mine = wish();
    await ask({ accountId: team.commune.officerId }, mine);
    expect((await desk.get(ofOffice.loader, "/van-phong/dinh-chinh")).body.waiting).toEqual([]);
    const answer = await desk.post(ofOffice.action, "/van-phong/dinh-chinh", {
      request: mine.id,
      intent: "accept",
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { problems: { form: { code: "correction_own_request" } } },
    });

    const led = await plantClaim(office, team, { by: team.minh, helpers: [team.leader] });
    const deputy = await team.commune.browser(team.deputy.accountId);
    const decision = {
      decisionId: freshId(),
      claimId: led,
      revision: 1,
      verdict: "approve",
      reasonCode: null,
      reason: null,
    };
    await deputy.post(decide.action, "/api/duyet", { decisions: JSON.stringify([decision]) });
    const theirs = wish({ claimId: led });
    expect(await ask(team.minh, theirs)).toMatchObject({ ok: true });
    const leader = await team.commune.browser(team.leader.accountId);
    expect(
      (await leader.get(ofTeam.loader, "/duyet/dinh-chinh")).body.waiting.map(
        (row: { id: string }) => row.id,
      ),
    ).not.toContain(theirs.id);
    const refused = await leader.post(ofTeam.action, "/duyet/dinh-chinh", {
      request: theirs.id,
      intent: "accept",
    });
    expect(refused).toMatchObject({
      status: 422,
      body: { problems: { form: { code: "verify_took_part" } } },
    });
  });

  it("declining needs a reason, keeps the points, and is told", async () => {
    const before = await stateOf();
    const asked = wish();
    await ask(team.lan, asked);
    const deputy = await team.commune.browser(team.deputy.accountId);
    const silent = await deputy.post(ofTeam.action, "/duyet/dinh-chinh", {
      request: asked.id,
      intent: "decline",
    });
    expect(silent).toMatchObject({
      status: 422,
      body: { problems: { answer: { code: "correction_needs_answer" } } },
    });
    const said = await deputy.post(ofTeam.action, "/duyet/dinh-chinh", {
      request: asked.id,
      intent: "decline",
      answer: "Sổ trực có ghi tên bạn hôm đó.",
    });
    expect(said.location).toBe("/duyet/dinh-chinh?xong=declined");
    expect(await stateOf()).toEqual(before);
    const later = await desk.post(ofOffice.action, "/van-phong/dinh-chinh", {
      request: asked.id,
      intent: "accept",
    });
    expect(later).toMatchObject({
      status: 422,
      body: { problems: { form: { code: "correction_answered" } } },
    });
    expect(await stateOf()).toEqual(before);
  });

  it("a value that changes nothing is no correction", async () => {
    const asked = wish({ field: "visits" });
    await ask(team.lan, asked);
    const answer = await desk.post(ofOffice.action, "/van-phong/dinh-chinh", {
      request: asked.id,
      intent: "accept",
      visits: "1",
    });
    expect(answer).toMatchObject({
      status: 422,
      body: { problems: { form: { code: "correction_changes_nothing" } } },
    });
  });
});
