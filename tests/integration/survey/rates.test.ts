import { readXlsx } from "hucre/xlsx";
import { beforeEach, describe, expect, it } from "vitest";
import { pruneResidents } from "#app/features/survey/prune-survey.server.ts";
import { readSurveyRates } from "#app/features/survey/read-survey-rates.server.ts";
import * as results from "#app/routes/leader/survey-results.tsx";
import * as file from "#app/routes/leader/survey-results-file.ts";
import * as desk from "#app/routes/office/survey.tsx";
import type { TestBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf, TODAY } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { day } from "../roster/rosterers.ts";
import { open, send, taps } from "./rounds.ts";

const office = testOffice();
let team: LoggingTeam;
let lan: TestBrowser;
let officer: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  lan = await team.commune.browser(team.lan.accountId);
  officer = await team.commune.browser();
});

const ratesOf = async (wish: { roundId?: string; on?: string } = {}) => {
  const { communeId } = team.commune;
  const found = await office.platform.db.withCommunes(team.commune.scope, (tx) =>
    readSurveyRates(tx, {
      communeId,
      on: wish.on ? day(wish.on) : TODAY,
      ...(wish.roundId && { roundId: wish.roundId }),
    }),
  );
  return found?.find(({ villageId }) => villageId === team.villageId) ?? null;
};

describe("the rates of a survey", () => {
  it("F01: numerator, denominator and unknown stand apart; where nobody asked there is no rate", async () => {
    expect(await ratesOf()).toBeNull();
    const roundId = await open(team);
    await send(lan, roundId, team.households[0] ?? "", taps());
    await send(lan, roundId, team.households[1] ?? "", taps({ "a1.eid": "none", "a2.outcome": "refused" }));
    await send(lan, roundId, team.households[2] ?? "", { door: "refused" });
    const here = await ratesOf();
    expect(here).toMatchObject({ households: 6, adults: 12 });
    const { all, poor } = here?.bySegment ?? {};
    expect(all?.eid_level_2).toEqual({ numerator: 2, denominator: 3, unknown: 9 });
    expect(all?.network).toEqual({ numerator: 2, denominator: 2, unknown: 4 });
    expect(all?.health_book).toEqual({ numerator: 0, denominator: 0, unknown: 12 });
    expect(poor?.eid_level_2).toEqual({ numerator: 0, denominator: 0, unknown: 2 });
  });

  it("F01: without a round the newest answers count, and a shut door takes none away", async () => {
    const before = await open(team, { name: "Đợt quý III", until: "2026-11-20" });
    await send(lan, before, team.households[0] ?? "", taps());
    const now = await open(team, { name: "Đợt mới", from: "2026-11-02" });
    office.setNow(new Date(NOW.getTime() + 60_000));
    await send(lan, now, team.households[0] ?? "", { door: "absent" });
    expect((await ratesOf())?.bySegment.all.eid_level_2.numerator).toBe(2);
    expect((await ratesOf({ roundId: now }))?.bySegment.all.eid_level_2).toEqual({
      numerator: 0,
      denominator: 0,
      unknown: 12,
    });
    expect((await ratesOf({ on: "2026-11-19" }))?.bySegment.all.eid_level_2.numerator).toBe(0);
  });

  it("F02: are shown by village and group, and leave as a workbook with real numbers", async () => {
    const roundId = await open(team);
    await send(lan, roundId, team.households[0] ?? "", taps());
    const { body } = await officer.get(results.loader, "/?noi-dung=payment", { roundId });
    expect(body.rate).toBe("payment");
    expect(body.results).toMatchObject({
      progress: { listed: 6, answered: 1 },
      rates: { payment: { numerator: 0, denominator: 2, unknown: 10 } },
      villages: [{ villageId: team.villageId }],
    });
    const { bytes, headers, status } = await officer.get(file.loader, "/", { roundId });
    expect(status).toBe(200);
    expect(headers.get("Content-Type")).toContain("spreadsheetml");
    const { sheets } = await readXlsx(bytes ?? new Uint8Array());
    const cells = sheets.flatMap(({ rows }) => rows.flat());
    expect(cells).toContain("VNeID mức 2");
    expect(cells).toContain(2);
    const far = await team.commune.browser(team.lan.accountId);
    expect((await far.get(file.loader, "/", { roundId })).status).toBe(404);
  });
});

describe("retention", () => {
  it("F06: persons' answers and residents' names go when their time is over; the sums of the round stay", async () => {
    const roundId = await open(team);
    await send(lan, roundId, team.households[0] ?? "", taps({ note: "Cuối ngõ" }));
    await rowsOf(
      office,
      team,
      "update person_slot set label = 'x', labelled_at = '2026-11-20' where slot = 1 returning 1",
    );
    const { communeId } = team.commune;
    const prune = (on: string) => pruneResidents(office.platform, communeId, new Date(`${on}T12:00:00Z`));
    const before = await ratesOf({ roundId, on: "2026-11-30" });
    expect(await prune("2028-12-31")).toEqual({ rounds: 0, labels: 0 });
    expect(await prune("2029-01-01")).toEqual({ rounds: 1, labels: 6 });
    expect(await prune("2029-01-02")).toEqual({ rounds: 0, labels: 0 });
    expect(await rowsOf(office, team, "select 1 as one from survey_adult")).toEqual([]);
    expect(await rowsOf(office, team, "select 1 as one from survey_sending")).toEqual([]);
    expect(await rowsOf(office, team, "select 1 as one from person_slot where label is not null")).toEqual(
      [],
    );
    const [form] = await rowsOf(office, team, "select answers, note, outcome from survey_form");
    expect(form).toEqual({ answers: {}, note: null, outcome: "answered" });
    expect(await ratesOf({ roundId, on: "2026-11-30" })).toEqual(before);
    const { body } = await officer.get(results.loader, "/", { roundId });
    expect(body.results).toMatchObject({
      round: { isPruned: true },
      rates: { eid_level_2: { numerator: 2, denominator: 2 } },
    });
  });

  it("F06: a commune may keep what it knows of residents for less", async () => {
    const roundId = await open(team);
    await send(lan, roundId, team.households[0] ?? "", taps());
    const { communeId } = team.commune;
    const keep = (months: string) => officer.post(desk.action, "/", { act: "retention", months });
    expect((await keep("3")).body.problems.months.code).toBe("too_small");
    expect((await keep("6")).status).toBe(303);
    expect((await officer.get(desk.loader, "/")).body.months).toBe(6);
    expect(await pruneResidents(office.platform, communeId, new Date("2027-07-01T12:00:00Z"))).toMatchObject({
      rounds: 1,
    });
  });
});
