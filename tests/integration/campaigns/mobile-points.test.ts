import { beforeEach, describe, expect, it } from "vitest";
import { isPresenceCode, presenceCode } from "#app/features/mobile-points/presence-code.ts";
import * as point from "#app/routes/member/mobile-point.tsx";
import * as attend from "#app/routes/member/mobile-point-attend.tsx";
import * as pointNew from "#app/routes/member/mobile-point-new.tsx";
import * as calendar from "#app/routes/member/mobile-points.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf, send, TODAY, work } from "../activity-log/loggers.ts";
import { testOffice } from "../communes/office.ts";
import { approval, decide, expectBooksInOrder } from "../ledger/books.ts";
import { freshId } from "../roster/rosterers.ts";

const office = testOffice();
/** Friday 20 November 2026 in Việt Nam. */
const at = (clock: string) => new Date(`2026-11-20T${clock}:00+07:00`);
let team: LoggingTeam;
let leader: TestBrowser;
let lan: TestBrowser;
let minh: TestBrowser;

beforeEach(async () => {
  office.setNow(at("07:30"));
  team = await makeLoggingTeam(office);
  leader = await team.commune.browser(team.leader.accountId);
  lan = await team.commune.browser(team.lan.accountId);
  minh = await team.commune.browser(team.minh.accountId);
});

const wish = (more: Record<string, string> = {}) => ({
  id: freshId(),
  kind: "mobile_point",
  name: "Điểm lưu động chợ Phiên",
  day: "2026-11-20",
  from: "08:00",
  to: "11:00",
  villageId: String(team.villageId),
  place: "Chợ Phiên",
  stations: "Cài VNeID\nNộp hồ sơ trực tuyến",
  ...more,
});
async function setUp(more: Record<string, string> = {}): Promise<string> {
  const form = wish(more);
  expect((await leader.post(pointNew.action, "/", form)).status).toBe(303);
  return form.id;
}
const of = (id: string) => ({ pointId: id });
const code = (id: string) =>
  presenceCode(office.platform.keys, team.commune.communeId, id, office.platform.clock.now().getTime());
const come = (by: TestBrowser, id: string, more: Record<string, string> = {}) =>
  by.post(attend.action, "/", { code: code(id), ...more }, of(id));
const read = async (by: TestBrowser, id: string) => (await by.get(point.loader, "/", of(id))).body;
/** A new sign-in: the day has gone on. */
async function later(clock: string) {
  office.setNow(at(clock));
  leader = await team.commune.browser(team.leader.accountId);
  lan = await team.commune.browser(team.lan.accountId);
  minh = await team.commune.browser(team.minh.accountId);
}

describe("a mobile point", () => {
  it("D10: is set up with place, hours and tables by the village's leader, and by nobody of another village", async () => {
    const id = await setUp();
    const far = await team.commune.browser(team.far.accountId);
    expect((await far.get(pointNew.loader, "/")).status).toBe(404);
    const other = await leader.post(pointNew.action, "/", wish({ villageId: String(team.villageId + 1) }));
    expect(other.body.problems.villageId).toMatchObject({ code: "not_chosen" });
    const late = await leader.post(pointNew.action, "/", wish({ to: "07:00" }));
    expect(late.body.problems.to).toMatchObject({ code: "point_times_crossed" });
    const past = await leader.post(pointNew.action, "/", wish({ day: "2026-11-19" }));
    expect(past.body.problems.day).toMatchObject({ code: "point_day_past" });
    expect((await read(lan, id)).point).toMatchObject({
      name: "Điểm lưu động chợ Phiên",
      place: "Chợ Phiên",
      phase: "open",
      stations: [
        { ordinal: 1, content: "Cài VNeID" },
        { ordinal: 2, content: "Nộp hồ sơ trực tuyến" },
      ],
    });
  });

  it("D11: a scan of the code on the host's screen writes presence once; an old or foreign code does not", async () => {
    const id = await setUp();
    const old = code(id);
    expect((await read(lan, id)).point.code).toBeNull();
    expect((await read(leader, id)).point.code).toBe(old);
    expect((await come(lan, id, { station: "2" })).status).toBe(303);
    expect((await come(lan, id, { station: "1" })).status).toBe(303);
    await later("07:36");
    const stale = await minh.post(attend.action, "/", { code: old }, of(id));
    expect(stale.body.problems.code).toMatchObject({ code: "point_code_stale" });
    const other = await setUp({ name: "Điểm khác" });
    expect((await minh.post(attend.action, "/", { code: code(other) }, of(id))).status).toBe(422);
    expect((await come(minh, id)).status).toBe(303);
    expect((await read(leader, id)).point.present).toMatchObject([
      { name: "Quàng Văn Minh", station: null, channel: "code" },
      { name: "Vì Thị Lan", station: 1, channel: "code" },
    ]);
    const scope = { communeId: team.commune.communeId, pointId: id, now: at("07:36").getTime() };
    expect(isPresenceCode(office.platform.keys, { ...scope, communeId: scope.communeId + 1 }, code(id))).toBe(
      false,
    );
  });

  it("D11: guessing codes is stopped", async () => {
    const id = await setUp();
    const answers = [];
    for (let n = 0; n < 14; n++)
      answers.push((await lan.post(attend.action, "/", { code: `0000000${n % 10}` }, of(id))).status);
    expect(answers.at(0)).toBe(422);
    expect(answers.at(-1)).toBe(429);
  });

  it("D12: helpers are assigned to tables by content, and the host writes down who has no phone, but not themselves", async () => {
    const id = await setUp();
    const assign = (memberId: string, station: string, part = "helper") =>
      leader.post(point.action, "/", { act: "assign", memberId, station, part }, of(id));
    expect((await assign(team.lan.memberId, "1")).status).toBe(303);
    expect((await assign(team.minh.memberId, "2", "host")).status).toBe(303);
    expect((await assign(team.lan.memberId, "9")).status).toBe(404);
    expect(
      (await lan.post(point.action, "/", { act: "mark", memberId: team.minh.memberId }, of(id))).status,
    ).toBe(404);
    const mark = (memberId: string) => minh.post(point.action, "/", { act: "mark", memberId }, of(id));
    expect((await mark(team.minh.memberId)).status).toBe(404);
    expect((await mark(team.lan.memberId)).status).toBe(303);
    expect((await read(minh, id)).point).toMatchObject({
      mayHost: true,
      present: [{ name: "Vì Thị Lan", station: 1, channel: "list" }],
      perStation: [
        { ordinal: 1, present: 1 },
        { ordinal: 2, present: 0 },
      ],
    });
  });

  it("D10, D12: counters move with each record; a resident at two tables is one person", async () => {
    const id = await setUp();
    await come(lan, id, { station: "1" });
    await come(minh, id, { station: "2" });
    const topic = `commune:${team.commune.communeId}` as const;
    const before = (await office.platform.live.readVersions([topic]))[topic] ?? 0;
    const guided = { workDate: TODAY, mode: "mobile_point", place: "chợ Phiên" } as const;
    const person = { householdId: team.households[0] ?? "", slot: 1 };
    const first = await send(team.lan, work([person], guided));
    await send(team.minh, work([person, { householdId: team.households[1] ?? "", slot: 1 }], guided));
    await send(team.minh, work([person], { ...guided, mode: "home_visit" }));
    expect((await office.platform.live.readVersions([topic]))[topic]).toBeGreaterThan(before);
    expect((await read(leader, id)).point).toMatchObject({
      counts: { present: 2, people: 2, visits: 3, verified: 0, waiting: 2 },
      perStation: [
        { ordinal: 1, people: 1, visits: 1 },
        { ordinal: 2, people: 2, visits: 2 },
      ],
    });
    expect(await decide(team.leader, approval(first))).toMatchObject({ ok: true });
    expect((await read(leader, id)).point.counts).toMatchObject({ verified: 1, waiting: 1, people: 2 });
  });

  it("D10: two hours become one ordinary record that another person verifies; less does not", async () => {
    const id = await setUp();
    await come(lan, id);
    await later("09:00");
    await come(minh, id);
    await later("09:59");
    const short = await lan.post(point.action, "/", { act: "shift" }, of(id));
    expect(short.body.problems.form).toMatchObject({ code: "point_shift_short", minutes: 119 });
    await later("10:30");
    const sent = await lan.post(point.action, "/", { act: "shift" }, of(id));
    expect(sent.body?.problems?.form).toBeUndefined();
    expect(sent.status).toBe(303);
    const again = await lan.post(point.action, "/", { act: "shift" }, of(id));
    expect(again.body.problems.form).toMatchObject({ code: "point_shift_logged" });
    const [claim] = await rowsOf(
      office,
      team,
      `select c.id::text as id, c.activity_key as key, c.minutes, c.state, c.mode, c.place from claim c
         join mobile_attendance a on a.commune_id = c.commune_id and a.claim_id = c.id`,
    );
    expect(claim).toMatchObject({
      key: "help-point-shift",
      minutes: 150,
      state: "submitted",
      mode: "mobile_point",
      place: "Chợ Phiên",
    });
    expect(await decide(team.lan, approval(claim?.id ?? ""))).toMatchObject({ ok: false });
    expect(await decide(team.leader, approval(claim?.id ?? ""))).toMatchObject({ ok: true });
    await expectBooksInOrder(office, team);
    expect((await read(leader, id)).point.counts).toMatchObject({ verified: 0, waiting: 0 });
  });

  it("D11: once closed nobody comes any more, whoever was there has left, and presence is not unwritten", async () => {
    const id = await setUp();
    await come(lan, id);
    await later("09:00");
    expect((await leader.post(point.action, "/", { act: "close" }, of(id))).status).toBe(422);
    expect((await leader.post(point.action, "/", { act: "close", sure: "yes" }, of(id))).status).toBe(303);
    expect((await come(minh, id)).body.problems.form).toMatchObject({ code: "point_closed" });
    expect((await read(lan, id)).point).toMatchObject({
      phase: "over",
      own: { leftAt: at("09:00").getTime(), minutes: 60, mayLogShift: false },
    });
    const write = (sql: string) =>
      office.platform.db.withCommunes(team.commune.scope, (tx) => tx.$executeRawUnsafe(sql));
    await expect(
      write("update mobile_attendance set came_at = came_at - interval '3 hours'"),
    ).rejects.toThrow(/stands/);
    await expect(write("delete from mobile_attendance")).rejects.toThrow(/permission denied/);
  });

  it("D13: the calendar names the villages that no point reached this quarter", async () => {
    await setUp();
    const { body } = await lan.get(calendar.loader, "/");
    expect(body.points).toHaveLength(1);
    expect(body.villages).toMatchObject([
      { name: "Thôn Đoài", visits: 0, nextOn: null },
      { name: "Thôn Đông", visits: 1 },
    ]);
  });
});
