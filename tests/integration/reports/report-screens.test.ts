import { beforeEach, describe, expect, it } from "vitest";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { findNotices } from "#app/features/notices/find-events.server.ts";
import { keepReports } from "#app/features/reports/keep-reports.server.ts";
import * as ownReport from "#app/routes/leader/report.tsx";
import * as ownReports from "#app/routes/leader/reports.tsx";
import * as direction from "#app/routes/office/direction.tsx";
import * as callBoard from "#app/routes/office/report-call.tsx";
import * as preview from "#app/routes/office/report-preview.tsx";
import * as request from "#app/routes/office/report-request.tsx";
import * as sheetPage from "#app/routes/office/report-sheet.tsx";
import * as reports from "#app/routes/office/reports.tsx";
import * as youth from "#app/routes/office/youth-report.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, send, work } from "../activity-log/loggers.ts";
import { testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";
import { day, freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;

/** Figures stand since the 17th; the team is due before the 20th. */
const WRITING = new Date("2026-11-18T13:00:00Z");

beforeEach(async () => {
  office.setNow(new Date("2026-11-12T02:00:00Z"));
  team = await makeLoggingTeam(office);
  const { communeId } = team.commune;
  await team.commune.act(
    (tx) => tx.$executeRaw`
      update commune set name = 'Mường Thử', province = 'Lào Cai', set_up_at = ${office.platform.clock.now()}
       where id = ${communeId}`,
  );
  const id = await send(
    team.lan,
    work([{ householdId: team.households[0] ?? "", slot: 1 }], { workDate: day("2026-11-12"), visits: 6 }),
  );
  expect((await decide(team.leader, approval(id))).ok).toBe(true);
  await clock(new Date("2026-11-13T02:00:00Z"));
  await clock(new Date("2026-11-14T02:00:00Z"));
  await clock(WRITING);
});

async function clock(now: Date) {
  office.setNow(now);
  await advanceMonths(office.platform, team.commune.communeId, now);
  await keepReports(office.platform, team.commune.communeId, now);
}

async function asCommittee(): Promise<TestBrowser> {
  const { accountId } = await team.logger({ name: "Trần Văn Chủ", team: null });
  await office.grant(accountId, team.commune.communeId, "commune_leader");
  return team.commune.browser(accountId);
}

async function sheetOf(by: TestBrowser, key = "2026-11") {
  const { sheets } = (await by.get(ownReports.loader, "/bao-cao")).body;
  return sheets.find((sheet: { period: { key: string } }) => sheet.period.key === key);
}

const write = (by: TestBrowser, id: string, form: Record<string, string>) =>
  by.post(ownReport.action, `/bao-cao/${id}`, form, { report: id });
const open = (by: TestBrowser, id: string) => by.get(ownReport.loader, `/bao-cao/${id}`, { report: id });
const SAID = { difficulties: "Sóng yếu ở xóm đồi.", proposalsNone: "yes", act: "send" };

describe("the leader's month", () => {
  it("J02, J07: is written already; two sentences are added and it goes; what is not said is asked for", async () => {
    const leader = await team.commune.browser(team.leader.accountId);
    const { id } = await sheetOf(leader);
    const { body } = await open(leader, id);
    expect(body.face.work).toMatchObject({ visits: 6, proficient: 1 });
    expect(body.face.measures).toMatchObject({ people: 1, peopleAsked: 50 });
    const silent = await write(leader, id, { revision: "1", plan: "Đi từng ngõ.", act: "send" });
    expect(silent.status).toBe(422);
    expect(silent.body.problems.difficulties.code).toBe("report_sections_open");
    expect((await open(leader, id)).body.face.sections.plan.text).toBe("Đi từng ngõ.");
    const revision = silent.body.values.revision;
    expect((await write(leader, id, { ...SAID, revision })).location).toBe(`/bao-cao/${id}?xong=gui`);
    const sent = (await open(leader, id)).body;
    expect(sent.face).toMatchObject({ state: "sent", sections: { proposals: { isNone: true } } });
    expect(sent.face.route[0]).toMatchObject({ stage: "sender", act: "sent", isLate: false });
  });

  it("J11: a member of the village sees the figures before they go, and writes nothing", async () => {
    const member = await team.commune.browser(team.minh.accountId);
    const sheet = await sheetOf(member);
    expect(sheet.mayWrite).toBe(false);
    expect((await open(member, sheet.id)).body.face.village).toMatchObject({ visits: 6 });
    expect((await write(member, sheet.id, { ...SAID, revision: "1" })).status).toBe(404);
    const far = await team.commune.browser(team.far.accountId);
    expect((await open(far, sheet.id)).status).toBe(404);
  });

  it("two people at one report lose nothing: the second gets 409 with both texts", async () => {
    const leader = await team.commune.browser(team.leader.accountId);
    const deputy = await team.commune.browser(team.deputy.accountId);
    const { id } = await sheetOf(leader);
    expect((await write(leader, id, { revision: "1", remarks: "Của tổ trưởng", act: "save" })).status).toBe(
      303,
    );
    const second = await write(deputy, id, { revision: "1", remarks: "Của tổ phó", act: "save" });
    expect(second.status).toBe(409);
    expect(second.body.values.remarks).toBe("Của tổ phó");
    expect(second.body.theirs).toMatchObject({
      revision: 2,
      sections: { remarks: { text: "Của tổ trưởng" } },
    });
    const joined = await write(deputy, id, { revision: "2", remarks: "Của cả hai", act: "save" });
    expect(joined.status).toBe(303);
  });

  it("a deputy sends for the leader who signed on paper", async () => {
    const deputy = await team.commune.browser(team.deputy.accountId);
    const { id } = await sheetOf(deputy);
    expect((await open(deputy, id)).body.mayCarryPaper).toBe(true);
    await write(deputy, id, { ...SAID, revision: "1", onPaper: "yes" });
    expect((await open(deputy, id)).body.face.route[0]).toMatchObject({
      byName: "Lò Văn Phó",
      signedBy: "Lò Văn Trưởng",
    });
  });

  it("J01: reminders are told as notices to leader and deputy, not to members", async () => {
    const notices = (accountId: string) =>
      office.platform.db.withCommunes(team.commune.scope, (tx) =>
        findNotices(tx, { communeId: team.commune.communeId, accountId, memberId: null }, new Date(0)),
      );
    for (const { accountId } of [team.leader, team.deputy]) {
      const told = (await notices(accountId)).flatMap(({ events }) => events);
      expect(told.map((event) => event.is === "report" && event.step)).toEqual(["d-2", "d-5"]);
    }
    expect(await notices(team.lan.accountId)).toEqual([]);
  });
});

describe("the office", () => {
  it("L30: sees who has not sent, reminds with one button, and reads the reminder's log", async () => {
    const desk = await team.commune.browser();
    const { calls } = (await desk.get(reports.loader, "/van-phong/bao-cao")).body;
    const call = calls.find((each: { period: { key: string } }) => each.period.key === "2026-11");
    expect(call).toMatchObject({ asked: 2, sent: 0 });
    const path = `/van-phong/bao-cao/dot/${call.id}`;
    const remind = () => desk.post(callBoard.action, path, { act: "remind" }, { call: call.id });
    expect((await remind()).location).toBe(`${path}?xong=nhac`);
    await remind();
    const { board } = (await desk.get(callBoard.loader, path, { call: call.id })).body;
    const asked = board.lines.map(
      ({ reminders }: { reminders: { stage: string; byName: string | null }[] }) =>
        reminders.filter(({ stage }) => stage === "asked").length,
    );
    expect(asked).toEqual([1, 1]);
    const log = board.lines[0].reminders.find(({ stage }: { stage: string }) => stage === "asked");
    expect(log.byName).not.toBeNull();
  });

  it("L30: takes a unit off a period with a reason, and offers to ask it again", async () => {
    const desk = await team.commune.browser();
    const organisationId = freshId();
    await team.commune.act((tx) =>
      tx.organisation.create({
        data: {
          communeId: team.commune.communeId,
          id: organisationId,
          kind: "school",
          name: "Trường Mầm non",
          validFrom: new Date("2026-01-01"),
        },
      }),
    );
    const { calls } = (await desk.get(reports.loader, "/van-phong/bao-cao")).body;
    const { id } = calls.find((each: { period: { key: string } }) => each.period.key === "2026-11");
    const path = `/van-phong/bao-cao/dot/${id}`;
    const post = (form: Record<string, string>) => desk.post(callBoard.action, path, form, { call: id });
    const boardNow = async () => (await desk.get(callBoard.loader, path, { call: id })).body.board;
    await post({ act: "unit", organisationId });
    const reportId = (await boardNow()).lines.find(({ isUnit }: { isUnit: boolean }) => isUnit).id;
    const silent = await post({ act: "off", reportId, reason: "" });
    expect(silent.status).toBe(422);
    expect(silent.body.problems.reason).toBeDefined();
    expect((await post({ act: "off", reportId, reason: "Đang nghỉ hè" })).location).toBe(`${path}?xong=bo`);
    const board = await boardNow();
    expect(board.call.asked).toBe(2);
    expect(board.lines.some(({ isUnit }: { isUnit: boolean }) => isUnit)).toBe(false);
    expect(board.off).toMatchObject([{ name: "Trường Mầm non", reason: "Đang nghỉ hè" }]);
    expect(board.units).toMatchObject([{ id: organisationId }]);
  });

  it("J04, J09: adds the teams up, edits, hands to the committee, and locks with a tick", async () => {
    const desk = await team.commune.browser();
    const committee = await asCommittee();
    const leader = await team.commune.browser(team.leader.accountId);
    const { id: teamSheet } = await sheetOf(leader);
    await write(leader, teamSheet, { ...SAID, revision: "1" });
    const at = (id: string) => [`/van-phong/bao-cao/ban/${id}`, { report: id }] as const;
    const post = (by: TestBrowser, id: string, form: Record<string, string>) =>
      by.post(sheetPage.action, at(id)[0], form, at(id)[1]);
    expect((await post(committee, teamSheet, { act: "approve", version: "1" })).status).toBe(404);
    expect((await post(desk, teamSheet, { act: "return", version: "1" })).body.problems.reason.code).toBe(
      "required",
    );
    expect((await post(desk, teamSheet, { act: "approve", version: "1" })).status).toBe(303);
    const { calls } = (await desk.get(reports.loader, "/van-phong/bao-cao")).body;
    const all = calls.find((each: { period: { key: string } }) => each.period.key === "2026-11").consolidated
      .id;
    const { face } = (await desk.get(sheetPage.loader, ...at(all))).body;
    expect(face.work).toMatchObject({ visits: 6 });
    expect(
      face.villages.find(({ asked, sent }: { asked: number; sent: number }) => asked === 1 && sent === 1),
    ).toBeDefined();
    expect((await post(desk, all, { ...SAID, revision: "1" })).status).toBe(303);
    expect((await post(desk, all, { act: "approve", version: "1" })).status).toBe(404);
    expect((await post(committee, all, { act: "approve", version: "1" })).status).toBe(303);
    expect((await post(desk, all, { act: "lock", version: "1" })).body.problems.isSure.code).toBe("required");
    expect((await post(desk, all, { act: "lock", version: "1", isSure: "yes" })).status).toBe(303);
    expect((await open(leader, teamSheet)).body.face.state).toBe("locked");
  });

  it("J08: asks for a report on request; whatever is wrong stands beside its field and nothing typed is lost", async () => {
    const desk = await team.commune.browser();
    const { id, teams } = (await desk.get(request.loader, "/van-phong/bao-cao/yeu-cau")).body;
    const form = {
      id,
      title: "Báo cáo nhanh",
      from: "2026-11-01",
      to: "2026-11-17",
      due: "2026-11-17",
      teams: String(teams[0].id),
    };
    const refused = await desk.post(request.action, "/van-phong/bao-cao/yeu-cau", form);
    expect(refused.status).toBe(422);
    expect(refused.body.problems.due.code).toBe("report_due_in_past");
    expect(refused.body.values.title).toBe("Báo cáo nhanh");
    const taken = await desk.post(request.action, "/van-phong/bao-cao/yeu-cau", {
      ...form,
      due: "2026-11-22",
    });
    expect(taken.location).toBe(`/van-phong/bao-cao/dot/${id}?xong=yeu-cau`);
    expect((await desk.get(callBoard.loader, "/x", { call: freshId() })).status).toBe(404);
  });

  it("J05: asks for the year and the half-year by name, and has the consolidated one with the help from outside", async () => {
    const desk = await team.commune.browser();
    const { id, periods } = (await desk.get(request.loader, "/van-phong/bao-cao/yeu-cau")).body;
    expect(periods.map(({ key }: { key: string }) => key)).toEqual(["2026-Q4", "2026-H2", "2026"]);
    await team.commune.act(
      (tx, { communeId, actorId, now }) => tx.$executeRaw`
        insert into contribution (commune_id, id, source, kind, what, value_dong, received_on, entered_by, entered_at)
        values (${communeId}, ${freshId()}::uuid, 'Một nhà hảo tâm', 'equipment', 'Máy tính cũ', 3000000, '2026-11-10',
                ${actorId}::uuid, ${now})`,
    );
    const form = { id, period: "2026-H2", due: "2026-12-20" };
    expect(
      (await desk.post(request.action, "/x", { ...form, period: "2026-H9" })).body.problems,
    ).toMatchObject({
      period: { code: "report_period_unclear" },
    });
    expect((await desk.post(request.action, "/x", { id, due: "2026-12-20" })).body.problems).toMatchObject({
      title: { code: "required" },
    });
    expect((await desk.post(request.action, "/x", form)).status).toBe(303);
    const { calls } = (await desk.get(reports.loader, "/van-phong/bao-cao")).body;
    const half = calls.find(({ id: callId }: { id: string }) => callId === id);
    expect(half).toMatchObject({
      title: "Kết quả hoạt động 6 tháng cuối năm 2026",
      period: { key: "2026-H2" },
    });
    const sheet = await desk.get(sheetPage.loader, "/x", { report: half.consolidated.id });
    expect(sheet.body.face).toMatchObject({
      work: { visits: 6 },
      support: { contributions: { equipment: { count: 1, valueDong: 3_000_000 } } },
    });
    const paper = await desk.get(preview.loader, "/x", { report: half.consolidated.id });
    expect(JSON.stringify(paper.body.paper)).toContain("Hiện vật, thiết bị: 3.000.000 đồng (1 lần)");
  });

  it("J13: the page for direction is in step with the ledger", async () => {
    const desk = await team.commune.browser();
    const today = day("2026-11-18");
    const before = (await desk.get(direction.loader, "/van-phong/chi-dao")).body.direction;
    expect(before).toMatchObject({ monthId: 202612, today: { visits: 0 }, period: { visits: 0 } });
    const id = await send(
      team.lan,
      work([{ householdId: team.households[1] ?? "", slot: 1 }], { workDate: today, visits: 3 }),
    );
    expect((await decide(team.leader, approval(id))).ok).toBe(true);
    const after = (await desk.get(direction.loader, "/van-phong/chi-dao")).body.direction;
    expect(after).toMatchObject({ today: { visits: 3 }, period: { visits: 3, proficient: 1 } });
  });

  it("F05, J10: the Youth Union reads exactly its four numbers, of any period", async () => {
    await team.commune.act((tx) =>
      tx.affiliation.create({
        data: {
          communeId: team.commune.communeId,
          memberId: team.lan.memberId,
          kind: "youth_union",
          validFrom: new Date("2026-01-01"),
        },
      }),
    );
    const desk = await team.commune.browser();
    const read = async (key: string) =>
      (await desk.get(youth.loader, `/van-phong/bao-cao/doan-thanh-nien?ky=${key}`)).body;
    expect((await read("2026-11")).report.figures).toEqual({
      turns: 1,
      visits: 6,
      dossiers: 0,
      signaturesMade: 0,
    });
    expect((await read("2026-Q4")).report.figures.visits).toBe(6);
    expect((await desk.get(youth.loader, "/van-phong/bao-cao/doan-thanh-nien?ky=x")).status).toBe(404);
  });
});
