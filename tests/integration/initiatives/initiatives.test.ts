import { beforeEach, describe, expect, it } from "vitest";
import * as one from "#app/routes/member/initiative.tsx";
import * as propose from "#app/routes/member/initiative-propose.tsx";
import * as all from "#app/routes/member/initiatives.tsx";
import * as board from "#app/routes/office/initiatives.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { testOffice } from "../communes/office.ts";
import { approval, decide, expectBooksInOrder } from "../ledger/books.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;
let lan: TestBrowser;
let judge: TestBrowser;
let second: TestBrowser;

const TEXT = {
  title: "Tủ sạc và mã QR ở chợ",
  problem: "Bà con đi chợ hết pin, không quét được mã.",
  proposal: "Đặt tủ sạc ở ban quản lý chợ, in mã QR treo ở từng sạp.",
};

beforeEach(async () => {
  office.setNow(new Date("2026-11-20T02:00:00Z"));
  team = await makeLoggingTeam(office);
  lan = await team.commune.browser(team.lan.accountId);
  judge = await team.commune.browser(await officer("Hà Thị Biên"));
  second = await team.commune.browser(await officer("Đinh Văn Tập"));
});

async function officer(name: string): Promise<string> {
  const accountId = await office.makeAccount({ name });
  await office.grant(accountId, team.commune.communeId, "office");
  return accountId;
}

async function proposed(by = lan, wish: [string, string][] = []): Promise<string> {
  const id = freshId();
  const form: [string, string][] = [["id", id], ...Object.entries(TEXT), ...wish];
  expect((await by.post(propose.action, "/", form)).status).toBe(303);
  const sent = await by.post(one.action, "/", { act: "submit", id: freshId() }, { initiativeId: id });
  expect(sent.status).toBe(303);
  return id;
}

function step(by: TestBrowser, initiativeId: string, name: string, wish: Record<string, string> = {}) {
  const form = {
    act: "step",
    id: freshId(),
    step: name,
    reason: "Đã xem tại chỗ.",
    happenedOn: "2026-11-20",
  };
  return by.post(one.action, "/", { ...form, ...wish }, { initiativeId });
}

const look = async (by: TestBrowser, initiativeId: string) =>
  (await by.get(one.loader, "/", { initiativeId })).body.initiative;
const credit = (by: TestBrowser, initiativeId: string) =>
  by.post(one.action, "/", { act: "credit" }, { initiativeId });
const points = async () =>
  (await rowsOf(office, team, "select coalesce(sum(points), 0)::int as sum from ledger_line"))[0].sum;
const village = () => ({ villageId: String(team.villageId) });

async function approveAll(): Promise<void> {
  const waiting = await rowsOf(office, team, "select id from claim where state = 'submitted'");
  for (const { id } of waiting) expect((await decide(team.leader, approval(id))).ok).toBe(true);
}

describe("an initiative", () => {
  it("H04: is drafted, sent in, reviewed, tried and recognised, each step by a named person with a reason", async () => {
    const id = await proposed();
    expect((await step(lan, id, "review")).status).toBe(404);
    expect((await step(judge, id, "recognise")).status).toBe(422);
    expect((await step(judge, id, "review", { reason: "" })).status).toBe(422);
    expect((await step(judge, id, "review")).status).toBe(303);
    expect((await step(judge, id, "pilot")).body.problems.villageId.code).toBe("initiative_village_missing");
    expect((await step(judge, id, "pilot", village())).status).toBe(303);
    expect((await step(judge, id, "recognise")).body.problems.documentNumber.code).toBe(
      "initiative_document_missing",
    );
    const document = { documentNumber: "57/QĐ-UBND", documentDate: "2026-11-19" };
    const evidenceLink = "https://xa.example.vn/bao-cao";
    expect((await step(judge, id, "recognise", { ...document, evidenceLink })).status).toBe(303);
    const seen = await look(lan, id);
    expect(seen).toMatchObject({ state: "recognised", pilotVillage: "Thôn Đông" });
    expect(seen.steps.map(({ act, by }: { act: string; by: string }) => [act, by])).toEqual([
      ["submit", "Vì Thị Lan"],
      ["review", "Hà Thị Biên"],
      ["pilot", "Hà Thị Biên"],
      ["recognise", "Hà Thị Biên"],
    ]);
    expect(seen.steps[3]).toMatchObject({ documentNumber: "57/QĐ-UBND", evidenceLink });
  });

  it("H04: earns its author 15 and 30 by ordinary records that another verifies, once each", async () => {
    const id = await proposed();
    await step(judge, id, "review");
    await step(judge, id, "pilot", village());
    await approveAll();
    expect(await points()).toBe(1500);
    const document = { documentNumber: "57/QĐ-UBND", documentDate: "2026-11-19" };
    await step(judge, id, "recognise", document);
    await credit(second, id);
    expect(await rowsOf(office, team, "select 1 from claim")).toHaveLength(2);
    await approveAll();
    // 45 in a day are 40: the cap of the day holds for these as for all work.
    expect(await points()).toBe(4000);
    await expectBooksInOrder(office, team);
  });

  it("H04: each replica elsewhere is a bonus, booked by somebody who did not write the record down", async () => {
    const id = await proposed();
    await step(judge, id, "review");
    await step(judge, id, "pilot", village());
    await approveAll();
    const [{ id: other }] = await rowsOf(
      office,
      team,
      "select id from village where id <> $1 order by id",
      team.villageId,
    );
    const there = { villageId: String(other) };
    expect((await step(judge, id, "replicate", village())).status).toBe(422);
    expect((await step(judge, id, "replicate", there)).status).toBe(303);
    expect((await step(judge, id, "replicate", there)).body.problems.villageId.code).toBe(
      "initiative_replica_known",
    );
    expect((await credit(judge, id)).body.problems.form.code).toBe("verify_typed_by_you");
    expect((await credit(lan, id)).status).toBe(404);
    expect((await credit(second, id)).status).toBe(303);
    expect((await credit(second, id)).status).toBe(303);
    expect(await points()).toBe(2000);
    expect(await look(lan, id)).toMatchObject({ replicas: 1, uncredited: 0 });
    await expectBooksInOrder(office, team);
  });

  it("H05: of a team shares its points among those who made it", async () => {
    const id = await proposed(lan, [["coauthors", team.minh.memberId]]);
    expect(await look(judge, id)).toMatchObject({
      proposedAs: "team",
      coauthors: [{ name: "Quàng Văn Minh" }],
    });
    await step(judge, id, "review");
    await step(judge, id, "pilot", village());
    await approveAll();
    const shares = await rowsOf(
      office,
      team,
      "select member_id::text as id, sum(points)::int as points from ledger_line group by 1 order by 1",
    );
    expect(shares.map((share: { points: number }) => share.points)).toEqual([750, 750]);
    const stranger = [["coauthors", team.far.memberId]] as [string, string][];
    const form: [string, string][] = [["id", freshId()], ...Object.entries(TEXT), ...stranger];
    expect((await lan.post(propose.action, "/", form)).status).toBe(404);
  });

  it("H06: an office proposes under its name and earns nothing; it does not judge its own", async () => {
    const nameless: [string, string][] = [["id", freshId()], ...Object.entries(TEXT)];
    const refused = await judge.post(propose.action, "/", nameless);
    expect(refused.body.problems.unitName.code).toBe("initiative_unit_missing");
    const id = await proposed(judge, [["unitName", "Trạm Y tế"]]);
    expect(await look(lan, id)).toMatchObject({ proposedAs: "office", proposer: "Trạm Y tế" });
    expect((await step(judge, id, "review")).body.problems.form.code).toBe("initiative_is_yours");
    await step(second, id, "review");
    await step(second, id, "pilot", village());
    expect(await rowsOf(office, team, "select 1 from claim")).toEqual([]);
  });

  it("is nobody's to read while it is a draft, and can be changed until it is sent in", async () => {
    const id = freshId();
    await lan.post(propose.action, "/", { id, ...TEXT });
    expect((await judge.get(one.loader, "/", { initiativeId: id })).status).toBe(404);
    expect((await judge.get(board.loader, "/")).body.initiatives).toEqual([]);
    expect((await lan.post(propose.action, "/", { id, ...TEXT, title: "Tủ sạc ở chợ" })).status).toBe(303);
    expect((await lan.get(all.loader, "/")).body.initiatives[0]).toMatchObject({ title: "Tủ sạc ở chợ" });
    await lan.post(one.action, "/", { act: "submit", id: freshId() }, { initiativeId: id });
    expect((await lan.post(propose.action, "/", { id, ...TEXT })).status).toBe(422);
    await step(judge, id, "return", { reason: "Nói rõ ai trông tủ." });
    expect((await lan.post(propose.action, "/", { id, ...TEXT })).status).toBe(303);
  });
});
