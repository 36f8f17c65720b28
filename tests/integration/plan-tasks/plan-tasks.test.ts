import { readXlsx } from "hucre/xlsx";
import { beforeEach, describe, expect, it } from "vitest";
import type { TaskView } from "#app/domain/plan-tasks/task-view.ts";
import * as one from "#app/routes/office/plan-task.tsx";
import * as file from "#app/routes/office/plan-task-file.ts";
import * as board from "#app/routes/office/plan-tasks.tsx";
import * as workbook from "#app/routes/office/plan-tasks-file.ts";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam } from "../activity-log/loggers.ts";
import { testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;
let desk: TestBrowser;
let planId: string;
const at = (text: string) => office.setNow(new Date(text.length > 10 ? text : `${text}T02:00:00Z`));
/** Sessions end meanwhile. */
const later = async (text: string) => {
  at(text);
  desk = await team.commune.browser();
};

beforeEach(async () => {
  at("2024-06-13");
  team = await makeLoggingTeam(office);
  desk = await team.commune.browser();
  planId = freshId();
  await office.db.maintain.query(
    `insert into plan (commune_id, id, number, issued_on, title, legal_bases, starts_on, ends_on, entered_by, entered_at)
     values ($1, $2, '62/KH-UBND', '2024-06-13', 'Kế hoạch Tổ công nghệ số cộng đồng', '[]', '2024-06-13', '2024-12-31', $3, now())`,
    [team.commune.communeId, planId, team.officer.accountId],
  );
  await office.db.maintain.query("update commune set preset_id = 'hong-gai-2024' where id = $1", [
    team.commune.communeId,
  ]);
});

const PATH = "/van-phong/nhiem-vu";
const tasks = async (): Promise<TaskView[]> => (await desk.get(board.loader, PATH)).body.board.tasks;
const take = () => desk.post(board.action, PATH, { act: "milestones", planId });
const called = async (part: string) => {
  const found = (await tasks()).find(({ content }) => content.includes(part));
  if (!found) throw new Error(`no task is called ${part}`);
  return found;
};
const tell = (taskId: string, form: Record<string, string>, browser = desk) =>
  browser.post(one.action, PATH, { act: "report", id: freshId(), ...form }, { taskId });
const write = (form: Record<string, string>) =>
  desk.post(board.action, PATH, {
    act: "save",
    id: freshId(),
    planId,
    revision: "0",
    content: "Việc của đơn vị",
    timeKind: "by",
    day: "2024-09-30",
    leadUnit: "Công an phường",
    ...form,
  });

describe("tasks of a plan", () => {
  it("J14, J15, J16, J17, J21: are taken from the plan's milestones once, with their lead and helping units", async () => {
    await take();
    await take();
    const found = await tasks();
    expect(found.map(({ lastDay }) => lastDay)).toEqual([
      "2024-06-14",
      "2024-06-14",
      "2024-06-29",
      "2024-06-30",
      "2024-07-29",
      "2024-10-29",
      "2024-12-31",
    ]);
    const briefing = await called("Quán triệt");
    expect(briefing.coordinatingUnits).toEqual(["Các đơn vị, bộ phận liên quan", "Các khu phố"]);
    const { units } = (await desk.get(board.loader, PATH)).body.board;
    expect(units.find(({ unit }: { unit: string }) => unit === "Các khu phố")).toMatchObject({
      leads: 0,
      helps: 3,
    });
  });

  it("J14: “trước 15/6” is late on the 15th in Việt Nam, while it is still the 14th in UTC; the unit is named", async () => {
    await take();
    await later("2024-06-14T16:59:59Z");
    expect((await called("Quán triệt")).stand).toBe("waiting");
    await later("2024-06-14T17:00:00Z");
    const late = (await tasks()).filter(({ stand }) => stand === "overdue");
    expect(late.map(({ leadUnit, daysLate }) => [leadUnit.length > 3, daysLate])).toEqual([
      [true, 1],
      [true, 1],
    ]);
  });

  it("J15: is told in per cent with what shows it; done without any evidence is asked for it, and the history stays", async () => {
    await take();
    const { id } = await called("Nhóm Zalo");
    expect((await tell(id, { percent: "40" })).status).toBe(303);
    const bare = await tell(id, { percent: "100" });
    expect(bare.body.problems.note.code).toBe("plan_task_evidence_missing");
    const bad = await tell(id, { percent: "100", link: "javascript:alert(1)" });
    expect(bad.body.problems.link.code).toBe("not_valid");
    expect((await tell(id, { percent: "100", link: "https://vi.du/tin/12" })).status).toBe(303);
    const task = await called("Nhóm Zalo");
    expect(task).toMatchObject({ stand: "done", percent: 100 });
    expect(task.reports.map(({ percent }) => percent)).toEqual([40, 100]);
  });

  it("J17: a paper shows it was done, and is given to whoever may read the task, from that task alone", async () => {
    await take();
    const { id } = await called("Ban hành quy chế");
    const form = new FormData();
    for (const [name, value] of Object.entries({ act: "report", id: freshId(), percent: "100" }))
      form.set(name, value);
    form.set("file", new File(["%PDF-1.4\n%%EOF\n"], "Quy chế.pdf"));
    expect((await desk.post(one.action, PATH, form, { taskId: id })).status).toBe(303);
    const [told] = (await called("Ban hành quy chế")).reports;
    const fileId = told?.fileId ?? "";
    expect(told?.fileName).toBe("Quy chế.pdf");
    expect((await desk.get(file.loader, PATH, { taskId: id, fileId })).status).toBe(200);
    const other = await called("Quán triệt");
    expect((await desk.get(file.loader, PATH, { taskId: other.id, fileId })).status).toBe(404);
  });

  it("J18: is written with a quarter, as people write one", async () => {
    expect((await write({ timeKind: "within", period: "quý 1/2026", day: "" })).status).toBe(303);
    expect((await tasks())[0]).toMatchObject({
      time: { kind: "within", period: "2026-Q1" },
      lastDay: "2026-03-31",
    });
    const bad = await write({ timeKind: "within", period: "quý 5/2026" });
    expect(bad.body.problems.period.code).toBe("plan_task_time_unreadable");
    expect((await write({ day: "" })).body.problems.timeKind.code).toBe("plan_task_time_missing");
  });

  it("J19, J20: what is continuous is ticked month by month, never for a month to come", async () => {
    await take();
    const { id } = await called("Tuyên truyền");
    expect((await tell(id, { percent: "100", note: "Đã làm" })).body.problems.month.code).toBe("not_chosen");
    const early = await tell(id, { month: "202407", note: "Đã phát" });
    expect(early.body.problems.month.code).toBe("plan_task_month_not_its_own");
    await later("2024-08-02");
    expect((await called("Tuyên truyền")).missed).toEqual([202406, 202407]);
    expect((await tell(id, { month: "202406", note: "Phát 12 buổi" })).status).toBe(303);
    expect((await tell(id, { month: "202407", note: "Phát 9 buổi" })).status).toBe(303);
    expect((await called("Tuyên truyền")).stand).toBe("to_tick");
  });

  it("J21: one lead unit; the person who keeps a task tells of it, others of the commune do not", async () => {
    const police = await office.makeAccount({ name: "Lường Văn Thắng" });
    await office.grant(police, team.commune.communeId, "sector_office");
    const other = await office.makeAccount({ name: "Hà Thị Bích" });
    await office.grant(other, team.commune.communeId, "youth_union");
    await write({ keeperId: police, coordinatingUnits: "Các thôn\nCông an phường\nCác thôn" });
    const [task] = await tasks();
    expect(task?.coordinatingUnits).toEqual(["Các thôn"]);
    const id = task?.id ?? "";
    expect((await tell(id, { percent: "30" }, await team.commune.browser(police))).status).toBe(303);
    expect((await tell(id, { percent: "90" }, await team.commune.browser(other))).status).toBe(404);
    expect((await tasks())[0]?.percent).toBe(30);
    expect((await write({ keeperId: team.lan.accountId })).body.problems.keeperId.code).toBe(
      "plan_task_keeper_unknown",
    );
  });

  it("J16, J24: is changed without losing another's change, and dropped with a reason that stays", async () => {
    await take();
    const { id, revision } = await called("Các chiến dịch");
    const change = (content: string, by = revision) =>
      desk.post(
        one.action,
        PATH,
        {
          act: "save",
          id,
          planId,
          revision: String(by),
          content,
          timeKind: "before",
          day: "2024-11-15",
          leadUnit: "Các khu phố",
        },
        { taskId: id },
      );
    expect((await change("Chiến dịch mới")).status).toBe(303);
    expect((await change("Của người khác")).body.problems.form.code).toBe("changed_meanwhile");
    expect((await called("Chiến dịch mới")).lastDay).toBe("2024-11-14");
    expect(
      (await desk.post(one.action, PATH, { act: "drop" }, { taskId: id })).body.problems.reason.code,
    ).toBe("required");
    await desk.post(one.action, PATH, { act: "drop", reason: "Điều chỉnh theo 70/KH-UBND" }, { taskId: id });
    expect((await tasks()).some((task) => task.id === id)).toBe(false);
    expect((await desk.get(one.loader, PATH, { taskId: id })).body.task.dropReason).toBe(
      "Điều chỉnh theo 70/KH-UBND",
    );
    expect((await tell(id, { percent: "50" })).status).toBe(404);
  });

  it("J14, J21: the board is a workbook with real numbers, and no words of a person are a formula in it", async () => {
    await write({ content: '=HYPERLINK("http://xau")' });
    await tell((await tasks())[0]?.id ?? "", { percent: "30" });
    const answer = await desk.get(workbook.loader, `${PATH}.xlsx`);
    const { sheets } = await readXlsx(answer.bytes ?? new Uint8Array());
    const cells = sheets.flatMap(({ rows }) => rows.flat());
    expect(cells).toContain('=HYPERLINK("http://xau")');
    expect(cells).toContain(0.3);
    expect(
      sheets.flatMap(({ cells: made }) => [...(made?.values() ?? [])]).some(({ formula }) => formula),
    ).toBe(false);
  });
});
