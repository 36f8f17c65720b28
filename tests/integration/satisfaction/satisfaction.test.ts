import { beforeEach, describe, expect, it } from "vitest";
import * as board from "#app/routes/leader/satisfaction-board.tsx";
import * as show from "#app/routes/member/satisfaction-show.tsx";
import * as ask from "#app/routes/public/satisfaction.tsx";
import { type TestBrowser, testBrowser } from "../accounts/test-browser.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";

const office = testOffice();
let team: LoggingTeam;
let desk: TestBrowser;
let lan: TestBrowser;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  desk = await team.commune.browser();
  lan = await team.commune.browser(team.lan.accountId);
});

const stranger = (address: string) => testBrowser(() => office.platform, { address });
const addressOf = async () => (await lan.get(show.loader, "/xin-y-kien")).body.villages[0].address as string;
const say = (browser: TestBrowser, code: string, mood: string, subject = "eid") =>
  browser.post(ask.action, "/hai-long", { subject, mood }, { code });

describe("satisfaction of residents", () => {
  it("K14: two taps without an account are one word more in the village's sum, and nobody's name", async () => {
    expect(await addressOf()).toBeNull();
    expect((await lan.post(board.action, "/muc-hai-long", {})).status).toBe(404);
    expect((await desk.post(board.action, "/muc-hai-long", {})).status).toBe(303);
    const code = await addressOf();
    expect((await desk.post(board.action, "/muc-hai-long", {})).status).toBe(303);
    expect(await addressOf()).toBe(code);
    const page = await stranger("198.51.100.1").get(ask.loader, "/hai-long?viec=eid", { code });
    expect(page.body).toMatchObject({ subject: "eid", villageName: "Thôn Đông" });
    for (let turn = 1; turn <= 5; turn++)
      expect(
        (await say(stranger(`198.51.100.${turn}`), code, turn < 5 ? "pleased" : "displeased")).status,
      ).toBe(303);
    const { lines } = (await desk.get(board.loader, "/muc-hai-long")).body.board;
    expect(lines).toMatchObject([
      { villageId: team.villageId, subject: "eid", counts: { pleased: 4, neutral: 0, displeased: 1 } },
    ]);
    const rows = await rowsOf(office, team, "select * from satisfaction_sum");
    expect(Object.keys(rows[0]).sort()).toEqual(
      ["commune_id", "displeased", "month", "neutral", "pleased", "subject", "village_id"].sort(),
    );
  });

  it("K14: one line says only so much in an hour; wrong words and invented codes say nothing", async () => {
    await desk.post(board.action, "/muc-hai-long", {});
    const code = await addressOf();
    const browser = stranger("192.0.2.9");
    expect((await say(browser, code, "furious")).status).toBe(422);
    expect((await say(browser, code, "pleased", "somebody")).status).toBe(422);
    for (let turn = 0; turn < 6; turn++) expect((await say(browser, code, "pleased")).status).toBe(303);
    expect((await say(browser, code, "pleased")).status).toBe(429);
    expect((await say(browser, "1-aaaaaaaaaa", "pleased")).status).toBe(404);
    expect((await browser.get(ask.loader, "/hai-long", { code: "1-0123-4567-89ab" })).status).toBe(404);
  });

  it("K15: it is quality, never volume: no word makes a record, a line of points or a member's figure", async () => {
    await desk.post(board.action, "/muc-hai-long", {});
    await say(stranger("192.0.2.20"), await addressOf(), "pleased");
    for (const table of ["claim", "ledger_line"])
      expect(await rowsOf(office, team, `select 1 as one from ${table}`)).toEqual([]);
    const columns = await rowsOf(
      office,
      team,
      "select column_name as name from information_schema.columns where table_name = 'satisfaction_sum'",
    );
    expect(columns.filter(({ name }) => /member|account|household|claim|person/.test(name))).toEqual([]);
  });
});
