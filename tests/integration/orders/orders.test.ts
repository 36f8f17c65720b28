import { beforeEach, describe, expect, it } from "vitest";
import * as part from "#app/routes/member/order-part.tsx";
import * as mine from "#app/routes/member/orders.tsx";
import * as planTask from "#app/routes/office/plan-task.tsx";
import * as one from "#app/routes/office/team-order.tsx";
import * as desk from "#app/routes/office/team-orders.tsx";
import { type LoggingTeam, makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const as = (accountId: string) => team.commune.browser(accountId);
const WORK = { content: "Đến 10 hộ xóm Bến, cài VNeID", dueOn: "2026-11-25", activityKey: "eid-level-2" };

async function give(memberIds: string[], wish: Record<string, string> = {}, by = team.leader.accountId) {
  const form = { id: freshId(), teamId: String(team.teamId), ...WORK, ...wish };
  const pairs: [string, string][] = [
    ...Object.entries(form),
    ...memberIds.map((id): [string, string] => ["memberIds", id]),
  ];
  return (await as(by)).post(mine.action, "/", pairs);
}
const listOf = async (accountId: string) => (await (await as(accountId)).get(mine.loader, "/")).body;
const TASK = "Phủ 80% hộ có người dùng được dịch vụ công";
/** A task of the plan, as the office enters it. */
async function makeTask(): Promise<string> {
  const id = freshId();
  await team.commune.act(async (tx, { communeId, actorId, now }) => {
    const planId = freshId();
    await tx.$executeRaw`
      insert into plan (commune_id, id, number, issued_on, title, legal_bases, starts_on, ends_on, entered_by, entered_at)
      values (${communeId}, ${planId}::uuid, '01/KH-UBND', '2026-01-05', 'Kế hoạch năm', '[]', '2026-01-01',
              '2026-12-31', ${actorId}::uuid, ${now})`;
    await tx.$executeRaw`
      insert into plan_task (commune_id, id, plan_id, content, time_kind, time_value, last_day, lead_unit, entered_by,
                             entered_at)
      values (${communeId}, ${id}::uuid, ${planId}::uuid, ${TASK}, 'by', '2026-12-20', '2026-12-20', 'Văn phòng',
              ${actorId}::uuid, ${now})`;
  });
  return id;
}
const step = async (accountId: string, partId: string, form: Record<string, string>) =>
  (await as(accountId)).post(part.action, "/", { id: freshId(), ...form }, { partId });
const read = async (accountId: string, partId: string) =>
  (await (await as(accountId)).get(part.loader, "/", { partId })).body;

describe("work given to members", () => {
  it("A39: a leader gives work to the members of the own team, with a day; each sees it among theirs", async () => {
    expect((await give([team.lan.memberId, team.minh.memberId])).status).toBe(303);
    expect((await listOf(team.lan.accountId)).mine).toMatchObject([
      { content: WORK.content, dueOn: "2026-11-25", percent: 0, seenAt: null, memberName: "Vì Thị Lan" },
    ]);
    expect((await listOf(team.leader.accountId)).given).toHaveLength(2);
    expect((await give([])).body.problems.memberIds.code).toBe("order_nobody_chosen");
    expect((await give([team.far.memberId])).body.problems.memberIds.code).toBe("order_nobody_chosen");
    expect((await give([team.lan.memberId], { dueOn: "2026-11-19" })).body.problems.dueOn.code).toBe(
      "order_due_in_past",
    );
    expect((await give([team.lan.memberId], {}, team.lan.accountId)).status).toBe(404);
    expect((await give([team.lan.memberId], { teamId: "987654" })).status).toBe(404);
  });

  it("J14: is done for a task of the plan where one is chosen, and the task shows what was given and how far it is", async () => {
    const desk = await team.commune.browser();
    const planTaskId = await makeTask();
    expect((await give([team.lan.memberId], { planTaskId })).status).toBe(303);
    expect((await listOf(team.leader.accountId)).tasks).toMatchObject([{ value: planTaskId }]);
    const [{ id }] = (await listOf(team.lan.accountId)).mine;
    await step(team.lan.accountId, id, { act: "progress", percent: "100" });
    expect((await read(team.lan.accountId, id)).part.planTask).toEqual({ id: planTaskId, content: TASK });
    const { orders } = (await desk.get(planTask.loader, "/", { taskId: planTaskId })).body;
    expect(orders).toMatchObject([{ content: WORK.content, givenTo: "members", asked: 1, done: 1, late: 0 }]);
    const nowhere = await give([team.lan.memberId], { planTaskId: freshId() });
    expect(nowhere.body.problems.planTaskId.code).toBe("order_task_not_there");
  });

  it("A40: who, what, how far and until when are plain to both; others of the team and of other teams do not see it", async () => {
    await give([team.lan.memberId]);
    const [{ id }] = (await listOf(team.lan.accountId)).mine;
    await step(team.lan.accountId, id, { act: "seen" });
    await step(team.lan.accountId, id, { act: "progress", percent: "60", note: "Xong 6 hộ" });
    const seen = await read(team.leader.accountId, id);
    expect(seen.part).toMatchObject({ percent: 60, may: { perform: false, direct: true } });
    expect(seen.part.seenAt).not.toBeNull();
    expect(seen.part.events.map(({ kind }: { kind: string }) => kind)).toEqual(["seen", "progress"]);
    expect((await (await as(team.minh.accountId)).get(part.loader, "/", { partId: id })).status).toBe(404);
    expect((await (await as(team.far.accountId)).get(part.loader, "/", { partId: id })).status).toBe(404);
    expect((await step(team.leader.accountId, id, { act: "progress", percent: "100" })).status).toBe(404);
  });

  it("A40: overdue is the day after in Việt Nam; more time is asked for and given, and the day moves", async () => {
    await give([team.lan.memberId]);
    const [{ id }] = (await listOf(team.lan.accountId)).mine;
    office.setNow(new Date("2026-11-25T16:59:00Z"));
    expect((await listOf(team.leader.accountId)).given[0].daysLate).toBeNull();
    office.setNow(new Date("2026-11-25T17:01:00Z"));
    expect((await listOf(team.leader.accountId)).given[0].daysLate).toBe(1);
    const early = await step(team.lan.accountId, id, { act: "ask-time", day: "2026-11-25", note: "Mưa lũ" });
    expect(early.body.problems.day.code).toBe("order_time_not_later");
    await step(team.lan.accountId, id, { act: "ask-time", day: "2026-11-30", note: "Mưa lũ" });
    expect((await step(team.lan.accountId, id, { act: "give-time" })).status).toBe(404);
    expect((await step(team.leader.accountId, id, { act: "give-time" })).status).toBe(303);
    expect((await read(team.lan.accountId, id)).part).toMatchObject({
      dueOn: "2026-11-30",
      askedUntil: null,
      daysLate: null,
    });
    expect((await step(team.leader.accountId, id, { act: "give-time" })).body.problems.form.code).toBe(
      "order_time_not_asked",
    );
  });

  it("A40: ticking earns nothing: the task opens the log form with its kind, and points come from there alone", async () => {
    await give([team.lan.memberId]);
    const [{ id }] = (await listOf(team.lan.accountId)).mine;
    expect((await read(team.lan.accountId, id)).logAt).toBe("/ghi-viec?viec=eid-level-2");
    await step(team.lan.accountId, id, { act: "progress", percent: "100" });
    expect(await rowsOf(office, team, "select 1 as one from ledger_line")).toEqual([]);
    expect(await rowsOf(office, team, "select 1 as one from claim")).toEqual([]);
  });

  it("A40: sent twice it is one, a step too; one is reminded once a day", async () => {
    const id = freshId();
    await give([team.lan.memberId], { id });
    await give([team.lan.memberId], { id });
    const { mine: own } = await listOf(team.lan.accountId);
    expect(own).toHaveLength(1);
    const form = { id: freshId(), act: "progress", percent: "20" };
    await step(team.lan.accountId, own[0].id, form);
    await step(team.lan.accountId, own[0].id, { ...form, percent: "90" });
    expect((await listOf(team.lan.accountId)).mine[0].percent).toBe(20);
    expect((await step(team.leader.accountId, own[0].id, { act: "remind" })).status).toBe(303);
    const again = await step(team.leader.accountId, own[0].id, { act: "remind" });
    expect(again.body.problems.form.code).toBe("order_reminded_lately");
  });
});

describe("work given to teams", () => {
  const order = async (wish: Record<string, string> = {}) =>
    (await team.commune.browser()).post(desk.action, "/", {
      id: freshId(),
      content: "Treo băng rôn ngày 10/10",
      dueOn: "2026-11-30",
      ...wish,
    });
  const lines = async () => (await (await team.commune.browser()).get(desk.loader, "/")).body.lines;

  it("A40: the commune gives work to all teams at once, sees who has seen it and how far each is, and reminds", async () => {
    expect((await order()).status).toBe(303);
    expect(await lines()).toMatchObject([{ teams: 2, seen: 0, done: 0, late: 0 }]);
    const [{ id, orderId }] = (await listOf(team.leader.accountId)).mine;
    expect((await listOf(team.lan.accountId)).mine).toEqual([]);
    await step(team.leader.accountId, id, { act: "seen" });
    await step(team.deputy.accountId, id, { act: "progress", percent: "100", note: "Đã treo" });
    expect(await lines()).toMatchObject([{ teams: 2, seen: 1, done: 1 }]);
    const { parts } = (await (await team.commune.browser()).get(one.loader, "/", { orderId })).body.order;
    const open = parts.find(({ percent }: { percent: number }) => percent === 0);
    expect((await step(team.officer.accountId, open.id, { act: "remind" })).status).toBe(303);
    expect((await step(team.leader.accountId, open.id, { act: "remind" })).status).toBe(404);
  });

  it("A40: or to chosen teams; what is taken back says why and asks nobody any more", async () => {
    await order({ teamIds: String(team.teamId) });
    const [line] = await lines();
    expect(line.teams).toBe(1);
    const browser = await team.commune.browser();
    expect(
      (await browser.post(one.action, "/", {}, { orderId: line.orderId })).body.problems.reason.code,
    ).toBe("required");
    await browser.post(one.action, "/", { reason: "Hoãn sang tháng 12" }, { orderId: line.orderId });
    expect((await listOf(team.leader.accountId)).mine).toEqual([]);
    expect((await lines())[0].isWithdrawn).toBe(true);
    expect(
      (
        await (
          await as(team.leader.accountId)
        ).post(desk.action, "/", { id: freshId(), content: "Việc riêng", dueOn: "2026-12-01" })
      ).status,
    ).toBe(404);
  });
});
