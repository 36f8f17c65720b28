import { createHash } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { type LocalDate, localDateAt } from "#app/domain/calendar/local-date.ts";
import type { ReportBody } from "#app/domain/reports/report.ts";
import { rangeSpan } from "#app/domain/reports/report-period.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { askUnit } from "#app/features/reports/ask-unit.server.ts";
import { keepReports } from "#app/features/reports/keep-reports.server.ts";
import { remindNow } from "#app/features/reports/remind-now.server.ts";
import { requestReport } from "#app/features/reports/request-report.server.ts";
import { saveSections } from "#app/features/reports/save-report.server.ts";
import { takeOffUnit } from "#app/features/reports/take-off-unit.server.ts";
import { testOffice } from "../communes/office.ts";
import { bookWork, plantWorkers, type Workers } from "../months/workers-of-a-month.ts";
import { day, freshId } from "../roster/rosterers.ts";
import { reportHands, SAID } from "./report-hands.ts";

const office = testOffice();
let workers: Workers;

// The plan of Đại Sơn: months from the 15th to the 14th, teams before the 20th, the office before the 25th.
const START = new Date("2026-11-20T02:00:00Z");
const DAY_MS = 86_400_000;

beforeEach(async () => {
  office.setNow(START);
  workers = await plantWorkers(office);
});

/** As the clock does it: months first, then reports. */
async function clock(now: Date | string): Promise<number> {
  const at = new Date(now);
  office.setNow(at);
  await advanceMonths(office.platform, workers.communeId, at);
  return keepReports(office.platform, workers.communeId, at);
}

async function rows<Row extends object>(sql: string, ...values: unknown[]): Promise<Row[]> {
  const { rows: found } = await office.db.maintain.query<Row>(sql, [workers.communeId, ...values]);
  return found;
}

async function sheet(periodKey: string, team: number | null): Promise<string> {
  const [row] = await rows<{ id: string }>(
    `select r.id from report r join report_call c on c.commune_id = r.commune_id and c.id = r.call_id
      where r.commune_id = $1 and c.period_key = $2 and r.organisation_id is null and r.team_id is not distinct from $3::int`,
    periodKey,
    team === null ? null : workers.teams[team]?.teamId,
  );
  return row?.id ?? "";
}

const { act, send, decide, paper } = reportHands(office, () => workers);

const rosterAct = (now: Date) => ({
  communeId: workers.communeId,
  actorId: workers.commune.officerId,
  now,
  today: localDateAt(now.getTime()) as LocalDate,
  newId: freshId as never,
});

describe("J01, J03: a year of months with its reports", () => {
  it("asks every team and the office each month, and reminds whoever has not sent four times, once each", async () => {
    await clock(START);
    let told = 0;
    for (let step = 1; step <= 365; step++) {
      const now = new Date(START.getTime() + step * DAY_MS);
      told += await clock(now);
      // Twice on one day, as after a crash.
      if (step % 50 === 0) expect(await keepReports(office.platform, workers.communeId, now)).toBe(0);
      const month = now.toISOString().slice(0, 7);
      // The first village sends each month on the 18th, the second never.
      if (now.getUTCDate() === 18) {
        const id = await sheet(month, 0);
        if (id !== "") expect((await send(id, now)).ok).toBe(true);
      }
    }
    const counts = await rows<{ team: number; stage: string; count: number }>(
      `select r.team_id as team, m.stage, count(*)::int from report_reminder m
         join report r on r.commune_id = m.commune_id and r.id = m.report_id
         join report_call c on c.commune_id = r.commune_id and c.id = r.call_id
        where m.commune_id = $1 and c.period_key between '2026-12' and '2027-11' group by 1, 2 order by 1 nulls last, 2`,
    );
    const of = (team: number | null) =>
      Object.fromEntries(counts.filter((row) => row.team === team).map(({ stage, count }) => [stage, count]));
    // Sent on the 18th at nine: reminded on the 14th and on the 17th, and then no more.
    expect(of(workers.teams[0]?.teamId ?? 0)).toEqual({ "d-5": 12, "d-2": 12 });
    // The clock of the last month stops on 20 November, after its first late day began.
    expect(of(workers.teams[1]?.teamId ?? 0)).toEqual({ "d-5": 12, "d-2": 12, "d-0": 12, "d+1": 12 });
    expect(of(null)).toEqual({ "d-5": 12, "d-2": 11, "d-0": 11, "d+1": 11 });
    expect(told).toBe(counts.reduce((sum, { count }) => sum + count, 0));
    const late = await rows<{ isLate: boolean; count: number }>(
      `select is_late as "isLate", count(*)::int from report_step where commune_id = $1 group by 1`,
    );
    expect(late).toEqual([{ isLate: false, count: 12 }]);
  }, 120_000);

  it("survives downtime: after days of silence one reminder says what is true now", async () => {
    await clock(START);
    await clock("2026-12-13T02:00:00Z");
    expect(await clock("2026-12-19T02:00:00Z")).toBe(3);
    const stages = await rows<{ stage: string; count: number }>(
      "select stage, count(*)::int from report_reminder where commune_id = $1 group by 1 order by 1",
    );
    expect(stages).toEqual([
      { stage: "d-0", count: 2 },
      { stage: "d-5", count: 1 },
    ]);
  });

  it("is sent in time until 23:59:59 of the 19th in Việt Nam, and late a second after, with the server in UTC", async () => {
    await clock(START);
    await clock("2026-12-18T02:00:00Z");
    expect((await send(await sheet("2026-12", 0), "2026-12-19T16:59:59.999Z")).ok).toBe(true);
    expect((await send(await sheet("2026-12", 1), "2026-12-19T17:00:00.000Z")).ok).toBe(true);
    const steps = await rows<{ isLate: boolean }>(
      `select s.is_late as "isLate" from report_step s join report r on r.commune_id = s.commune_id and r.id = s.report_id
        where s.commune_id = $1 order by s.done_at`,
    );
    expect(steps).toEqual([{ isLate: false }, { isLate: true }]);
  });
});

describe("a report on its way", () => {
  it("J02, J09, J11: freezes figures and words under one hash, and goes from team to office to committee", async () => {
    await clock(START);
    await bookWork(office, workers, { on: "2026-11-21", points: 700, visits: 9 });
    const id = await sheet("2026-12", 0);
    expect(await send(id, "2026-12-12T02:00:00Z")).toMatchObject({ code: "report_figures_run" });
    await clock("2026-12-18T02:00:00Z");
    const draft = await paper(id, "2026-12-18T02:00:00Z");
    expect(draft).toMatchObject({ state: "draft", sha256: null, body: { subject: { is: "team" } } });
    expect(draft.body.work).toMatchObject({ visits: 9, points: 700 });
    expect(draft.body.village?.work).toMatchObject({ visits: 9 });
    expect(draft.body.roster.members).toBe(2);
    expect(await send(id, "2026-12-18T03:00:00Z")).toMatchObject({ ok: true, value: { version: 1 } });
    expect(await send(id, "2026-12-18T03:00:01Z")).toMatchObject({ code: "report_not_open" });
    const sent = await paper(id, "2026-12-18T04:00:00Z");
    const [version] = await rows<{ body: string; sha: string }>(
      "select body, encode(sha256, 'hex') as sha from report_version where commune_id = $1",
    );
    expect(sent.sha256).toBe(
      createHash("sha256")
        .update(version?.body ?? "")
        .digest("hex"),
    );
    expect((JSON.parse(version?.body ?? "") as ReportBody).sections.proposals.text).toBe(
      "Xin thêm một máy in.",
    );

    expect((await decide(id, "returned", "2026-12-18T05:00:00Z")).ok).toBe(true);
    const again = await paper(id, "2026-12-18T05:00:00Z");
    expect(again.state).toBe("returned");
    expect((await send(id, "2026-12-18T06:00:00Z")).ok).toBe(true);
    expect(await decide(id, "approved", "2026-12-18T07:00:00Z", 1)).toMatchObject({
      code: "report_changed_meanwhile",
    });
    expect((await decide(id, "approved", "2026-12-18T07:00:00Z", 2)).ok).toBe(true);

    const all = await sheet("2026-12", null);
    expect((await send(all, "2026-12-22T02:00:00Z", { by: workers.commune.officerId })).ok).toBe(true);
    const consolidated = await paper(all, "2026-12-22T03:00:00Z");
    expect(consolidated.body.work).toMatchObject({ visits: 9, points: 700 });
    expect(consolidated.body.villages.map(({ work }) => work.visits)).toEqual([9, 0]);
    expect(consolidated.body.teams.map(({ report }) => [report?.state, report?.isMissing])).toEqual([
      ["approved", false],
      ["draft", true],
    ]);
    expect((await decide(all, "approved", "2026-12-22T04:00:00Z")).ok).toBe(true);
    expect((await decide(all, "locked", "2026-12-22T05:00:00Z")).ok).toBe(true);
    const locked = await paper(id, "2026-12-22T06:00:00Z");
    expect(locked.route.map(({ stage, act: what }) => `${stage} ${what}`)).toEqual([
      "sender sent",
      "office returned",
      "sender sent",
      "office approved",
      "office locked",
    ]);
    expect(consolidated.route.map(({ stage, act: what }) => `${stage} ${what}`)).toEqual(["office sent"]);
  });

  it("rule 6: is refused once the month is sealed, with the way to file an adjustment", async () => {
    await clock(START);
    await clock("2026-12-25T02:00:00Z");
    const id = await sheet("2026-12", 0);
    expect(await send(id, "2026-12-25T03:00:00Z")).toMatchObject({
      ok: false,
      code: "report_month_sealed",
      monthId: 202612,
    });
    const all = await sheet("2026-12", null);
    expect((await send(all, "2026-12-25T03:00:00Z", { by: workers.commune.officerId })).ok).toBe(true);
    const { body } = await paper(all, "2026-12-25T04:00:00Z");
    expect(body.period.months).toMatchObject([{ id: 202612, state: "sealed" }]);
    expect(body.period.months[0]?.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it("loses nothing when two people write one report: the second is told, and nothing of the first is gone", async () => {
    await clock(START);
    const id = await sheet("2026-12", 0);
    const save = (text: string, revision: number) =>
      act((tx) =>
        saveSections(tx, {
          communeId: workers.communeId,
          reportId: id,
          revision,
          sections: { ...SAID, remarks: { text, isNone: false } },
          actorId: workers.commune.officerId,
          now: START,
        }),
      );
    const [first, second] = await Promise.all([save("Một", 1), save("Hai", 1)]);
    const verdicts = [first, second];
    expect(verdicts.filter(({ ok }) => ok)).toHaveLength(1);
    expect(verdicts.find(({ ok }) => !ok)).toMatchObject({ code: "report_changed_meanwhile" });
    const winner = first?.ok ? "Một" : "Hai";
    expect((await paper(id, START.toISOString())).body.sections.remarks.text).toBe(winner);
    expect(await save(winner, 1)).toMatchObject({ ok: true, value: { revision: 2 } });
    expect(await save("Một và Hai", 2)).toMatchObject({ ok: true, value: { revision: 3 } });
  });

  it("a deputy sends for a leader who signs on paper, and the sheet says who signed", async () => {
    await clock(START);
    await clock("2026-12-18T02:00:00Z");
    const id = await sheet("2026-12", 0);
    const by = workers.commune.officerId;
    expect((await send(id, "2026-12-18T03:00:00Z", { by, onPaper: true })).ok).toBe(true);
    const { route } = await paper(id, "2026-12-18T04:00:00Z");
    expect(route[0]?.signedBy).toBe("Tổ trưởng Thôn Đoài");
  });
});

describe("whom the office asks", () => {
  const unit = () =>
    act(async (tx) => {
      const id = freshId();
      const validFrom = new Date("2026-01-01");
      await tx.organisation.create({
        data: { communeId: workers.communeId, id, kind: "school", name: "Trường Tiểu học", validFrom },
      });
      return id;
    });

  it("J08: a report on request, on any days, by a day of its own, once however often it is sent", async () => {
    const now = new Date("2026-12-01T02:00:00Z");
    await clock(now);
    const organisationId = await unit();
    const wish = {
      id: freshId(),
      title: "Báo cáo nhanh về chữ ký số",
      request: null,
      span: rangeSpan(day("2026-11-15"), day("2026-11-30")),
      due: day("2026-12-05"),
      teams: [workers.teams[0]?.teamId ?? 0],
      units: [organisationId],
    };
    const ask = (change = {}) => act((tx) => requestReport(tx, rosterAct(now), { ...wish, ...change }));
    expect(await ask({ due: day("2026-11-30") })).toMatchObject({ code: "report_due_in_past" });
    expect(await ask({ span: null })).toMatchObject({ code: "report_period_unclear" });
    expect(await ask({ teams: [], units: [] })).toMatchObject({ code: "report_asks_nobody" });
    expect((await ask()).ok).toBe(true);
    expect((await ask()).ok).toBe(true);
    const sheets = await rows("select id from report where commune_id = $1 and call_id = $2", wish.id);
    expect(sheets).toHaveLength(3);
    await bookWork(office, workers, { on: "2026-11-29", visits: 4 });
    const id = await sheet("2026-11-15..2026-11-30", 0);
    expect((await send(id, "2026-12-05T16:59:59Z")).ok).toBe(true);
    const { body, route } = await paper(id, "2026-12-06T00:00:00Z");
    expect(body.request?.title).toBe("Báo cáo nhanh về chữ ký số");
    expect(body.work).toMatchObject({ visits: 4 });
    expect(route[0]?.isLate).toBe(false);
  });

  it("L30, J08: units that are no team are asked on the same board, in every later month too, and chased once a day", async () => {
    await clock(START);
    const organisationId = await unit();
    const [call] = await rows<{ id: string }>(
      "select id from report_call where commune_id = $1 and period_key = '2026-12'",
    );
    const callId = call?.id ?? "";
    expect((await act((tx) => askUnit(tx, rosterAct(START), { callId, organisationId }))).ok).toBe(true);
    await clock("2026-12-18T02:00:00Z");
    const inherited = await rows(
      `select 1 as one from report r join report_call c on c.commune_id = r.commune_id and c.id = r.call_id
        where r.commune_id = $1 and c.period_key = '2027-01' and r.organisation_id = $2`,
      organisationId,
    );
    expect(inherited).toHaveLength(1);
    const now = new Date("2026-12-18T03:00:00Z");
    const remind = (at: Date) => act((tx) => remindNow(tx, rosterAct(at), callId));
    expect(await remind(now)).toMatchObject({ ok: true, value: { told: 3 } });
    expect(await remind(now)).toMatchObject({ ok: true, value: { told: 0 } });
    expect(await remind(new Date(now.getTime() + DAY_MS))).toMatchObject({ value: { told: 3 } });
    const log = await rows<{ by: string }>(
      "select distinct told_by::text as by from report_reminder where commune_id = $1 and stage = 'asked'",
    );
    expect(log).toEqual([{ by: workers.commune.officerId }]);
  });

  it("L30: a unit taken off with a reason is no longer asked, reminded or late; asked again, it finds its sheet", async () => {
    await clock(START);
    const organisationId = await unit();
    const [call] = await rows<{ id: string }>(
      "select id from report_call where commune_id = $1 and period_key = '2026-12'",
    );
    const callId = call?.id ?? "";
    const ask = () => act((tx) => askUnit(tx, rosterAct(START), { callId, organisationId }));
    await ask();
    const [line] = await rows<{ id: string }>(
      "select id from report where commune_id = $1 and organisation_id = $2",
      organisationId,
    );
    const reportId = line?.id ?? "";
    const takeOff = (wish = {}) =>
      act((tx) => takeOffUnit(tx, rosterAct(START), { callId, reportId, reason: "Trường nghỉ hè", ...wish }));
    const save = () =>
      act((tx) =>
        saveSections(tx, {
          communeId: workers.communeId,
          reportId,
          revision: 1,
          sections: SAID,
          actorId: workers.commune.officerId,
          now: START,
        }),
      );
    expect(await save()).toMatchObject({ ok: true });
    expect(await takeOff({ reportId: await sheet("2026-12", 0) })).toMatchObject({
      code: "report_not_there",
    });
    expect(await takeOff()).toMatchObject({ ok: true });
    expect(await takeOff()).toMatchObject({ ok: true });
    expect(await save()).toMatchObject({ code: "report_not_asked" });
    expect(await send(reportId, START)).toMatchObject({ code: "report_not_asked" });

    await clock("2026-12-18T02:00:00Z");
    await clock("2026-12-20T02:00:00Z");
    const count = async (sql: string, ...values: unknown[]) => (await rows(sql, ...values)).length;
    const told = "select from report_reminder where commune_id = $1 and report_id = $2";
    expect(await count(told, reportId)).toBe(0);
    const asked = "select from report where commune_id = $1 and organisation_id = $2 and is_asked";
    expect(await count(asked, organisationId)).toBe(0);
    const remind = () => act((tx) => remindNow(tx, rosterAct(new Date("2026-12-20T03:00:00Z")), callId));
    expect(await remind()).toMatchObject({ value: { told: 2 } });
    const consolidated = await paper(await sheet("2026-12", null), "2026-12-20T03:00:00Z");
    expect(consolidated.body.units).toEqual([]);

    // The next period has begun by now: it is asked there too, and taken off there too.
    expect((await ask()).ok).toBe(true);
    expect(await count(asked, organisationId)).toBe(2);
    expect((await takeOff()).ok).toBe(true);
    expect(await count(asked, organisationId)).toBe(0);
    expect((await ask()).ok).toBe(true);
    expect(await remind()).toMatchObject({ value: { told: 1 } });
    const steps = await rows(
      "select act, reason from report_asking where commune_id = $1 and report_id = $2 order by number",
      reportId,
    );
    expect(steps).toEqual([
      { act: "taken_off", reason: "Trường nghỉ hè" },
      { act: "asked_again", reason: null },
      { act: "taken_off", reason: "Trường nghỉ hè" },
      { act: "asked_again", reason: null },
    ]);
    const kept = await paper(reportId, "2026-12-20T03:00:00Z");
    expect(kept.body.sections.plan.text).toBe("Đi từng ngõ.");
    await send(reportId, "2026-12-20T03:00:00Z");
    expect(await takeOff()).toMatchObject({ code: "report_sent_stays" });
  });
});
