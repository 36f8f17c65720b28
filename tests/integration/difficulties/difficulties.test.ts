import { beforeEach, describe, expect, it } from "vitest";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { readDifficulties } from "#app/features/difficulties/read-difficulties.server.ts";
import * as list from "#app/routes/member/difficulties.tsx";
import * as one from "#app/routes/member/difficulty.tsx";
import * as routes from "#app/routes/office/difficulty-routes.tsx";
import { communeScope } from "#tests/support/test-database.ts";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;
let police: string;
const PATH = "/kho-khan";

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  police = await office.makeAccount({ name: "Lường Văn Thắng" });
  await office.grant(police, team.commune.communeId, "sector_office");
});

const as = (accountId: string) => team.commune.browser(accountId);
const lan = () => as(team.lan.accountId);
const leader = () => as(team.leader.accountId);
const desk = () => team.commune.browser();
async function raise(browser: TestBrowser, wish: Record<string, string> = {}): Promise<string> {
  const id = freshId();
  const form = { id, field: "network", content: "Sóng điện thoại yếu ở xóm Bến", ...wish };
  const answer = await browser.post(list.action, PATH, form);
  if (answer.status !== 303) throw new Error(JSON.stringify(answer.body));
  return id;
}
const step = (browser: TestBrowser, difficultyId: string, act: string, note = "Đã xem, cần thêm người") =>
  browser.post(one.action, PATH, { act, id: freshId(), note }, { difficultyId });
const read = async (browser: TestBrowser, difficultyId: string) =>
  (await browser.get(one.loader, PATH, { difficultyId })).body?.difficulty;

describe("difficulties", () => {
  it("I01: a member's lies with the head of the team, with a due day, and is answered there", async () => {
    const id = await raise(await lan());
    expect(await read(await lan(), id)).toMatchObject({
      stage: "team",
      dueOn: "2026-11-23",
      state: "open",
      isLate: false,
      may: { handle: false, route: false },
    });
    expect((await step(await lan(), id, "answer")).status).toBe(404);
    expect((await step(await leader(), id, "answer", "Dùng mạng ở nhà văn hóa")).status).toBe(303);
    const told = await read(await lan(), id);
    expect(told).toMatchObject({ state: "answered", may: { reopen: true } });
    expect(told.events.at(-1)).toMatchObject({ kind: "answered", note: "Dùng mạng ở nhà văn hóa" });
    expect((await step(await leader(), id, "answer")).status).toBe(404);
    expect((await step(await lan(), id, "reopen", "Nhà văn hóa cũng yếu")).status).toBe(303);
    expect((await read(await lan(), id)).state).toBe("open");
  });

  it("I01: nobody of another team sees it; sent twice it is one", async () => {
    const id = await raise(await lan());
    await (await lan()).post(list.action, PATH, { id, field: "network", content: "Sóng điện thoại yếu" });
    const far = await as(team.far.accountId);
    expect((await far.get(one.loader, PATH, { difficultyId: id })).status).toBe(404);
    expect((await far.get(list.loader, PATH)).body.rows).toEqual([]);
    expect((await (await lan()).get(list.loader, PATH)).body.rows).toHaveLength(1);
    const other = await far.post(list.action, PATH, {
      id: freshId(),
      field: "other",
      content: "Nói hộ tổ khác",
      teamId: String(team.teamId),
    });
    expect(other.body.problems.form.code).toBe("difficulty_not_here");
  });

  it("I02: goes up to office, committee and the tier above with a day each, and every step stays to be seen", async () => {
    const id = await raise(await lan());
    expect((await step(await leader(), id, "escalate")).status).toBe(303);
    expect(await read(await lan(), id)).toMatchObject({ stage: "office", dueOn: "2026-11-27" });
    expect((await step(await leader(), id, "answer")).status).toBe(404);
    await step(await desk(), id, "escalate");
    await step(await desk(), id, "escalate", "Gửi công văn lên tỉnh");
    const top = await read(await desk(), id);
    expect([top.stage, top.dueOn]).toEqual(["upper", "2026-12-20"]);
    expect((await step(await desk(), id, "escalate")).body.problems.form.code).toBe("difficulty_at_the_top");
    await step(await desk(), id, "answer", "Theo công văn 12/SKHCN: lắp trạm trong quý I");
    const done = await read(await lan(), id);
    expect(done.events.map(({ kind, stage }: { kind: string; stage: string }) => `${kind} ${stage}`)).toEqual(
      ["raised team", "escalated office", "escalated committee", "escalated upper", "answered upper"],
    );
  });

  it("I03: at the office it goes to the unit of its field by itself, or is handed to one with a day", async () => {
    const set = { field: "safety", unitName: "Công an xã", keeperId: police };
    expect((await (await desk()).post(routes.action, PATH, set)).status).toBe(303);
    const id = await raise(await leader(), { field: "safety", content: "Nhiều cuộc gọi giả danh" });
    const guard = await as(police);
    expect(await read(guard, id)).toMatchObject({ ownerUnit: "Công an xã", may: { handle: true } });
    const other = await raise(await leader());
    expect((await read(guard, other))?.may?.handle ?? false).toBe(false);
    const route = async (dueOn: string) =>
      (await desk()).post(
        one.action,
        PATH,
        { act: "route", id: freshId(), ownerUnit: "Công an xã", ownerId: police, dueOn },
        { difficultyId: other },
      );
    expect((await route("2026-11-01")).body.problems.dueOn.code).toBe("difficulty_due_in_past");
    expect((await route("2026-12-01")).status).toBe(303);
    expect(await read(guard, other)).toMatchObject({ dueOn: "2026-12-01", may: { handle: true } });
    expect((await step(guard, other, "answer")).status).toBe(303);
  });

  it("I01: is overdue the day after; the office sees it among those", async () => {
    const id = await raise(await leader());
    office.setNow(new Date("2026-11-27T16:59:00Z"));
    expect((await read(await desk(), id)).isLate).toBe(false);
    office.setNow(new Date("2026-11-27T17:01:00Z"));
    expect((await read(await desk(), id)).isLate).toBe(true);
  });

  it("I04: the report's section has what was raised, answered and carried over in the month, as of its end", async () => {
    const { communeId } = team.commune;
    const section = (first: string, last: string, teamId?: number) =>
      office.platform.db.withCommunes(communeScope(communeId), (tx) =>
        readDifficulties(tx, {
          communeId,
          firstDay: first as LocalDate,
          lastDay: last as LocalDate,
          ...(teamId === undefined ? {} : { teamId }),
        }),
      );
    const answered = await raise(await leader(), {
      content: "Thiếu máy chiếu ở nhà văn hóa",
      proposal: "Cho mượn máy",
    });
    const open = await raise(await leader());
    await step(await desk(), answered, "answer", "Cho mượn từ ngày 21");
    expect(await section("2026-11-15", "2026-12-14")).toMatchObject({
      opened: [{ id: open, raisedIn: "Thôn Đông", stage: "office" }],
      answered: [
        { id: answered, answer: "Cho mượn từ ngày 21", proposal: "Cho mượn máy", answeredOn: "2026-11-20" },
      ],
      carriedOver: [],
    });
    office.setNow(new Date("2026-12-20T02:00:00Z"));
    await step(await desk(), open, "escalate");
    expect(await section("2026-12-15", "2027-01-14")).toMatchObject({
      opened: [],
      answered: [],
      carriedOver: [{ id: open, stage: "committee" }],
    });
    // What came later changes nothing of an older month.
    expect((await section("2026-11-15", "2026-12-14")).opened[0]).toMatchObject({
      id: open,
      stage: "office",
    });
    expect((await section("2026-11-15", "2026-12-14", 987_654)).opened).toEqual([]);
  });

  it("L28: what is wrong with the plan itself is raised like the rest, names the plan and goes to those above", async () => {
    const browser = await leader();
    const form = { field: "plan", content: "Chỉ tiêu 50 người quá cao với thôn nhỏ" };
    expect((await browser.post(list.action, PATH, { ...form, id: freshId() })).body.problems.field.code).toBe(
      "difficulty_plan_missing",
    );
    await office.db.maintain.query(
      `insert into plan (commune_id, id, number, issued_on, title, legal_bases, starts_on, ends_on, entered_by, entered_at)
       values ($1, $2, '38/KH-UBND', '2026-01-30', 'Chuyển đổi số', '[]', '2026-01-30', '2026-12-31', $3, now())`,
      [team.commune.communeId, freshId(), team.officer.accountId],
    );
    const id = await raise(await leader(), form);
    expect(await read(await desk(), id)).toMatchObject({ planNumber: "38/KH-UBND", stage: "office" });
  });

  it("I01: no citizen's number is taken, and markup stays words", async () => {
    const browser = await lan();
    const bad = { id: freshId(), field: "other", content: "Bà con số 001099012345 chưa có điện thoại" };
    expect((await browser.post(list.action, PATH, bad)).body.problems.content.code).toBe("identity_number");
    const id = await raise(browser, { content: "<script>alert(1)</script>" });
    expect((await read(browser, id)).content).toBe("<script>alert(1)</script>");
  });
});
