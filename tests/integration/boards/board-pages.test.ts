import sharp from "sharp";
import { beforeEach, describe, expect, it } from "vitest";
import { printBoardPoster } from "#app/features/board-live/print-board-poster.server.ts";
import { drawBoardCard } from "#app/features/boards/draw-board-card.server.ts";
import { giveThanks } from "#app/features/boards/give-thanks.server.ts";
import { readBoardPage } from "#app/features/boards/read-board-page.server.ts";
import { readContributions } from "#app/features/boards/read-contributions.server.ts";
import { readHonourRoll } from "#app/features/boards/read-honour-roll.server.ts";
import { readWhy } from "#app/features/boards/read-why.server.ts";
import { setBoardPreference } from "#app/features/boards/set-preference.server.ts";
import { boardCardWords } from "#app/messages/board-card.ts";
import {
  type Logger,
  type LoggingTeam,
  makeLoggingTeam,
  rowsOf,
  send,
  work,
} from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide } from "../ledger/books.ts";

const office = testOffice();
let team: LoggingTeam;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
});

const person = (index: number, slot = 1) => ({ householdId: team.households[index] ?? "", slot });
const query = (text: string) => new URLSearchParams(text);

async function counted(by: Logger, units: Parameters<typeof work>[0], wish: Parameters<typeof work>[1] = {}) {
  const id = await send(by, work(units, wish));
  await decide(team.leader, approval(id));
  return id;
}

const visit = (index: number) => ({
  householdId: team.households[index] ?? "",
  slot: null,
  serviceKey: null,
  outcome: null,
});

describe("one's own place", () => {
  it("names the running month where nothing else is asked, its neighbours, and honest ways to the next place", async () => {
    await counted(team.lan, [person(0), person(1)]);
    await counted(team.minh, [person(2)]);
    const page = await readBoardPage(await team.minh.caller(), query(""));
    expect(page).toMatchObject({
      ownId: team.minh.memberId,
      isMember: true,
      periods: ["2026-12", "2026-11", "2026-Q4", "2026"],
      board: { definition: { subject: "member", period: "2026-12" } },
    });
    expect(page?.ways[0]).toMatchObject({ activityKey: "online-public-service", units: 1, pointsEach: 400 });
    expect(page?.ways).toHaveLength(3);
    expect(await readBoardPage(await team.minh.caller(), query("ky=nonsense"))).toBeNull();
    const ring = await readBoardPage(await team.far.caller(), query("nhom=to"));
    expect(ring?.placeWay).toEqual({ people: 3, households: null });
  });

  it("rule 7: why a rank is what it is adds up to the very figure that ranks", async () => {
    await counted(team.lan, [person(0), person(1)]);
    await counted(team.lan, [visit(2)], { activityKey: "first-visit" });
    const why = await readWhy(await team.lan.caller(), query("ky=2026-12"));
    const row = why?.board.rows.find(({ id }) => id === team.lan.memberId);
    const sum = (why?.kinds ?? []).reduce((total, { points }) => total + points, why?.limits ?? 0);
    expect([sum, row?.points]).toEqual([1_000, 1_000]);
    const government = await readWhy(await team.lan.caller(), query("ky=2026-12&tru=chinh-quyen"));
    expect(government?.kinds).toMatchObject([
      { activityKey: "online-public-service", points: 800, claims: 1 },
    ]);
    expect(await readWhy(await team.lan.caller(), query("nhom=thon"))).toBeNull();
  });
});

describe("what a member chooses", () => {
  it("hides from others and from no figure; the own card still shows", async () => {
    await counted(team.lan, [person(0), person(1)]);
    await counted(team.minh, [person(2)]);
    const lan = await team.lan.caller();
    expect(await setBoardPreference(lan, { isHidden: true, isShortName: false })).toBe(true);
    const others = await readBoardPage(await team.minh.caller(), query(""));
    expect(others?.board.rows.map(({ id, rank }) => [id, rank])).toEqual([[team.minh.memberId, 2]]);
    expect(JSON.stringify(others?.board.rows)).not.toContain("Lan");
    const own = await readBoardPage(lan, query(""));
    expect(own?.board.hidden).toMatchObject([{ id: team.lan.memberId, rank: 1 }]);
    const teams = await readBoardPage(lan, query("nhom=to"));
    expect(teams?.board.rows[0]).toMatchObject({ points: 1_200, measures: { people: 3 } });
    expect(await setBoardPreference(await team.officer.caller(), { isHidden: true, isShortName: true })).toBe(
      false,
    );
    await setBoardPreference(lan, { isHidden: true, isShortName: false });
    expect(await rowsOf(office, team, "select is_hidden from board_preference")).toHaveLength(1);
  });

  it("T12: nobody else's hidden row reaches a reader, not even without a name", async () => {
    await counted(team.lan, [person(0)]);
    await setBoardPreference(await team.lan.caller(), { isHidden: true, isShortName: false });
    const page = await readBoardPage(await team.minh.caller(), query(""));
    expect(JSON.stringify(page)).not.toContain(team.lan.memberId);
  });
});

describe("what the work came to", () => {
  it("K13: tells people and households of the month and the year, and the days in a calendar", async () => {
    await counted(team.lan, [person(0), person(1)]);
    await counted(team.lan, [visit(2)], { activityKey: "first-visit" });
    const own = await readContributions(await team.lan.caller());
    expect(own?.ofMonth).toEqual({ people: 2, households: 3, visits: 3, claims: 2 });
    expect(own?.ofYear).toEqual(own?.ofMonth);
    const days = own?.weeks.flat().filter(({ claims }) => claims > 0);
    expect(days).toEqual([{ day: "2026-11-19", claims: 2, points: 1_000, level: 4 }]);
    expect(await readContributions(await team.officer.caller())).toBeNull();
  });

  it("K05, K09: the honour roll names the first of each board, who is thanked, and nobody for nothing", async () => {
    const claimId = await counted(team.lan, [person(0), person(1)]);
    await giveThanks(await team.minh.caller(), claimId, true);
    const roll = await readHonourRoll(await team.minh.caller(), "2026-12", true);
    expect(roll?.members.map(({ name }) => name)).toEqual(["Vì Thị Lan"]);
    expect(roll?.teams.map(({ name }) => name)).toEqual(["Tổ Thôn Đông"]);
    expect(roll?.villages.map(({ name }) => name)).toEqual(["Thôn Đông"]);
    expect(roll?.thanked).toEqual([{ id: team.lan.memberId, name: "Vì Thị Lan", thanks: 1 }]);
    expect(await readHonourRoll(await team.minh.caller(), "nonsense", true)).toBeNull();
  });

  it("D19, T12: the picture to share is 1200 by 630 and speaks of nobody who did not agree", async () => {
    await counted(team.lan, [person(0), person(1)]);
    const drawn = await drawBoardCard(await team.minh.caller(), query(""), boardCardWords);
    if (drawn === null || drawn === "busy") throw new Error(String(drawn));
    const { format, width, height } = await sharp(drawn).metadata();
    expect({ format, width, height }).toEqual({ format: "png", width: 1200, height: 630 });
    expect(await drawBoardCard(await team.minh.caller(), query("nhom=x"), boardCardWords)).toBeNull();
  });

  it("K05: the poster for the hall is one sheet of A3 with its places, and as PDF opens anywhere", async () => {
    await counted(team.lan, [person(0), person(1)]);
    await counted(team.minh, [person(2)]);
    const printed = await printBoardPoster(await team.minh.caller(), query("nhom=to"), boardCardWords);
    if (printed === null || printed === "busy") throw new Error(String(printed));
    const text = Buffer.from(printed).toString("latin1");
    expect(text.slice(0, 5)).toBe("%PDF-");
    expect(text).toMatch(/\/MediaBox ?\[0 0 841\.8\d* 1190\.5\d*\]/);
    expect(text.match(/\/Type ?\/Page\b/g)).toHaveLength(1);
    expect(await printBoardPoster(await team.minh.caller(), query("nhom=x"), boardCardWords)).toBeNull();
  });
});
