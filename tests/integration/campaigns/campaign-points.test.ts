import { beforeEach, describe, expect, it } from "vitest";
import type { BoardDefinition } from "#app/domain/boards/board.ts";
import { readBoard } from "#app/features/boards/read-board.server.ts";
import { readCampaign } from "#app/features/campaigns/read-campaigns.server.ts";
import { reverseClaim } from "#app/features/ledger/reverse-claim.server.ts";
import type { Finding } from "#app/features/operations/verify/check.ts";
import { amountCheck } from "#app/features/operations/verify/check-amounts.server.ts";
import { type LoggingTeam, makeLoggingTeam, rowsOf, send, work } from "../activity-log/loggers.ts";
import { NOW, testOffice } from "../communes/office.ts";
import { approval, decide, expectBooksInOrder, ledgerOf } from "../ledger/books.ts";
import { day } from "../roster/rosterers.ts";
import { officerOf } from "../titles/titled-team.ts";
import { announce } from "./campaigns.ts";

const office = testOffice();
/** Sunday of the campaign. */
const DURING = new Date("2026-11-22T02:00:00Z");
const SATURDAY = day("2026-11-21");
let team: LoggingTeam;
let second: Awaited<ReturnType<typeof officerOf>>;

beforeEach(async () => {
  office.setNow(NOW);
  team = await makeLoggingTeam(office);
  second = await officerOf(office, team, "office");
});

const person = (index: number) => ({ householdId: team.households[index] ?? "", slot: 1 });
async function counted(index: number, wish: Parameters<typeof work>[1] = {}, by = team.lan) {
  const id = await send(by, work([person(index)], { workDate: SATURDAY, ...wish }));
  expect(await decide(team.leader, approval(id))).toMatchObject({ ok: true });
  return id;
}
const extras = () =>
  rowsOf(
    office,
    team,
    "select rule, sum(points)::int as points from ledger_line where kind = 'campaign' group by 1 order by 2",
  );

async function verify(...statements: readonly string[]): Promise<Finding[]> {
  const client = await office.db.owner.connect();
  try {
    await client.query("begin");
    await client.query("select set_config('app.communes', $1, true)", [String(team.commune.communeId)]);
    await client.query("alter table ledger_line disable trigger user");
    await client.query("alter table campaign disable trigger user");
    for (const statement of statements) await client.query(statement);
    const found: Finding[] = [];
    for await (const finding of amountCheck.run({ client, manifest: [], anchors: [] })) found.push(finding);
    return found.filter(({ row }) => row.startsWith(`commune ${team.commune.communeId},`));
  } finally {
    await client.query("rollback");
    client.release(true);
  }
}

describe("points of a campaign", () => {
  it("D17: the factor is a line of its own, taken back with the work, and the books agree", async () => {
    const campaign = await announce(team.officer, second);
    office.setNow(DURING);
    const claimId = await counted(0);
    const key = `${claimId}:1:1:${team.lan.memberId}`;
    expect(await ledgerOf(office, team)).toEqual({ [`award:${key}`]: 400, [`campaign:${key}`]: 200 });
    expect(await extras()).toEqual([{ rule: campaign, points: 200 }]);
    await expectBooksInOrder(office, team);
    expect(await verify()).toEqual([]);
    const undone = await reverseClaim(await team.leader.caller(), {
      decisionId: crypto.randomUUID().replace(/^(.{14})4/, "$17"),
      claimId,
      revision: 1,
      reasonCode: null,
      reason: "Ghi nhầm người",
    });
    expect(undone).toMatchObject({ ok: true });
    expect(await ledgerOf(office, team)).toEqual({});
    await expectBooksInOrder(office, team);
  });

  it("D17: verify finds an extra that was raised, one that is missing, and a factor that was changed", async () => {
    await announce(team.officer, second);
    office.setNow(DURING);
    await counted(0);
    expect(await verify("update ledger_line set points = points + 1 where kind = 'campaign'")).toMatchObject([
      { says: "adds up to 201 hundredths, and the rules of its month give 200" },
    ]);
    expect(await verify("delete from ledger_line where kind = 'campaign'")).toMatchObject([
      { says: "adds up to 0 hundredths, and the rules of its month give 200" },
    ]);
    expect(await verify("update campaign set factor = 120")).toMatchObject([
      { says: "adds up to 200 hundredths, and the rules of its month give 80" },
    ]);
  });

  it("D17: the days around it, other kinds, other teams and other movements bring nothing extra", async () => {
    await announce(team.officer, second, { activityKeys: ["talk"] });
    await announce(team.officer, second, { movement: "Bình dân học vụ số" });
    await announce(team.officer, second, { teamIds: [team.teamId + 1] });
    await announce(team.officer, second, { startsOn: day("2026-11-23") });
    office.setNow(DURING);
    await counted(0);
    expect(await extras()).toEqual([]);
    await counted(1, { movements: ["Bình dân học vụ số"] });
    expect(await extras()).toMatchObject([{ points: 200 }]);
    await expectBooksInOrder(office, team);
  });

  it("D17: of two at the same time the higher one counts, once", async () => {
    await announce(team.officer, second, { factor: 120 });
    const higher = await announce(team.officer, second, { factor: 130 });
    office.setNow(DURING);
    await counted(0);
    expect(await extras()).toEqual([{ rule: higher, points: 120 }]);
  });

  it("D17, C32: what the factor adds stays under the cap of the day", async () => {
    await announce(team.officer, second);
    office.setNow(DURING);
    for (const index of [0, 1, 2, 3, 4]) await counted(index);
    await counted(5, {
      ...work(
        [
          { ...person(0), slot: 2 },
          { ...person(1), slot: 2 },
          { ...person(2), slot: 2 },
        ],
        { workDate: SATURDAY },
      ),
    });
    const [sum] = await rowsOf(office, team, "select sum(points)::int as points from ledger_line");
    expect(sum?.points).toBe(4_000);
    await expectBooksInOrder(office, team);
    expect(await verify()).toEqual([]);
  });

  it("D17, A44: never moves what a village is compared by, and counts for campaign and village alike", async () => {
    const campaign = await announce(team.officer, second);
    const board = (wish: Partial<BoardDefinition>) =>
      office.platform.db.withCommunes(team.commune.scope, (tx) =>
        readBoard(
          tx,
          team.commune.communeId,
          {
            subject: "village",
            period: "2026-12",
            pillar: null,
            campaign: null,
            category: "village",
            isYouthOnly: false,
            ...wish,
          },
          { now: office.platform.clock.now().getTime(), audience: "commune" },
        ),
      );
    office.setNow(DURING);
    const guest = await team.logger({ name: "Sinh viên tình nguyện", team: team.teamId });
    await counted(0, {}, guest);
    const during = (await board({})).rows.find(({ id }) => id === String(team.villageId));
    // One of 1.2 people and one of 4.8 households, as without any campaign.
    expect(during?.attainment).toBe(Math.floor((8_333 * 30 + 2_083 * 20) / 50));
    const members = await board({ subject: "member", campaign, period: "2026" });
    expect(members.rows.map(({ name, points, measures }) => [name, points, measures.people])).toEqual([
      ["Sinh viên tình nguyện", 600, 1],
    ]);
    const teams = await board({ subject: "team", campaign });
    expect(teams.rows.find(({ id }) => id === String(team.teamId))).toMatchObject({ points: 600 });
    const view = await readCampaign(await team.lan.caller(), campaign);
    expect(view).toMatchObject({
      phase: "running",
      counts: { people: 1, visits: 1, households: 1, records: 1, doers: 1, waiting: 0 },
      goals: [{ metric: "people", number: 4, reached: 1 }],
    });
  });
});
