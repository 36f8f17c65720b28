import { beforeEach, describe, expect, it } from "vitest";
import { giveThanks } from "#app/features/boards/give-thanks.server.ts";
import { readMemberHome } from "#app/features/boards/read-member-home.server.ts";
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

async function counted(by: Logger, units: Parameters<typeof work>[0]) {
  const id = await send(by, work(units));
  await decide(team.leader, approval(id));
  return id;
}

const homeOf = async (who: Logger) => readMemberHome(await who.caller());
const thank = async (who: Logger, claimId: string, isGiven = true) =>
  giveThanks(await who.caller(), claimId, isGiven);

describe("a member's day", () => {
  it("B13, K13: opens on the team's ring and on people and households of the village, not on points alone", async () => {
    await counted(team.lan, [person(0), person(1), person(1, 2)]);
    const home = await homeOf(team.minh);
    expect(home?.quest?.row).toMatchObject({ id: String(team.teamId), measures: { people: 3, target: 50 } });
    expect(home?.village).toEqual({
      id: team.villageId,
      name: "Thôn Đông",
      week: { people: 3, households: 2, visits: 3 },
    });
    expect(await homeOf(team.officer)).toBeNull();
  });

  it("REQUIREMENTS e.5: the week's league stays as it was drawn, whatever is verified later", async () => {
    const drawn = await homeOf(team.lan);
    expect(drawn?.league).toMatchObject({ from: "2026-11-16", until: "2026-11-22", size: 5 });
    const before = await rowsOf(office, team, "select * from weekly_league order by member_id");
    await counted(team.lan, [person(0)]);
    const joined = await team.logger({ name: "Lường Thị Mới", team: team.teamId });
    const again = await homeOf(joined);
    expect(again?.league?.rows.map(({ id, rank, points }) => [id, rank, points])).toContainEqual([
      team.lan.memberId,
      1,
      400,
    ]);
    const after = await rowsOf(office, team, "select * from weekly_league order by member_id");
    expect(after).toHaveLength(before.length + 1);
    expect(after).toEqual(expect.arrayContaining(before));
    const places = await Promise.all(Array.from({ length: 4 }, () => homeOf(team.minh)));
    expect(new Set(places.map((home) => JSON.stringify(home?.league))).size).toBe(1);
  });
});

describe("thanks", () => {
  it("K05: one tap thanks, a second is the same, and it can be taken back and given again", async () => {
    const claimId = await counted(team.lan, [person(0)]);
    expect([await thank(team.minh, claimId), await thank(team.minh, claimId)]).toEqual([true, true]);
    expect(await homeOf(team.lan)).toMatchObject({ thanks: [{ claimId, byName: "Quàng Văn Minh" }] });
    expect((await homeOf(team.minh))?.feed[0]).toMatchObject({
      claimId,
      thanks: 1,
      isThanked: true,
      isOwn: false,
    });
    await thank(team.minh, claimId, false);
    await thank(team.minh, claimId, false);
    expect(await homeOf(team.lan)).toMatchObject({ thanks: [], feed: [{ claimId, thanks: 0, isOwn: true }] });
    await thank(team.minh, claimId);
    expect(await rowsOf(office, team, "select claim_id from thanks")).toHaveLength(1);
  });

  it("go to nobody's own work, to no work that does not count, and into no other commune", async () => {
    const claimId = await counted(team.lan, [person(0)]);
    const waiting = await send(team.minh, work([person(1)]));
    expect(await thank(team.lan, claimId)).toBe(false);
    expect(await thank(team.lan, waiting)).toBe(false);
    const other = await makeLoggingTeam(office);
    expect(await thank(other.lan, claimId)).toBe(false);
    const [row] = await rowsOf(
      office,
      team,
      "select account_id::text as id from member where id = $1::uuid",
      team.lan.memberId,
    );
    const forced = team.commune.act((tx) =>
      tx.thanks.create({
        data: { communeId: team.commune.communeId, claimId, givenBy: row.id, givenAt: NOW },
      }),
    );
    await expect(forced).rejects.toThrow();
  });

  it("rule 8: the feed names who did the work and never whom it was for", async () => {
    await counted(team.lan, [person(5)]);
    const feed = JSON.stringify((await homeOf(team.minh))?.feed);
    expect(feed).toContain("Vì Thị Lan");
    for (const household of team.households) expect(feed).not.toContain(household);
    expect(feed).not.toContain("Ông Chủ");
  });
});
