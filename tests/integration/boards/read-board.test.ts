import { beforeEach, describe, expect, it } from "vitest";
import type { Board, BoardAudience, BoardDefinition } from "#app/domain/boards/board.ts";
import { readBoard } from "#app/features/boards/read-board.server.ts";
import { readStandingsBetween } from "#app/features/ledger/read-standings.server.ts";
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
import { day, freshId } from "../roster/rosterers.ts";

const office = testOffice();
let team: LoggingTeam;

/** In the month that ends on 14 November. */
const EARLIER = new Date("2026-11-12T02:00:00Z");

beforeEach(async () => {
  office.setNow(EARLIER);
  team = await makeLoggingTeam(office);
});

const BOARD: BoardDefinition = {
  subject: "member",
  period: "2026-11",
  pillar: null,
  campaign: null,
  category: "village",
  isYouthOnly: false,
};

function board(
  wish: Partial<BoardDefinition> = {},
  now: Date = NOW,
  audience: BoardAudience = "commune",
): Promise<Board> {
  return office.platform.db.withCommunes(team.commune.scope, (tx) =>
    readBoard(tx, team.commune.communeId, { ...BOARD, ...wish }, { now: now.getTime(), audience }),
  );
}

const person = (index: number, slot = 1) => ({ householdId: team.households[index] ?? "", slot });

/** Logged and verified on the day of the work, unless the hour is told. */
async function counted(
  by: Logger,
  units: Parameters<typeof work>[0],
  wish: Parameters<typeof work>[1] = {},
  at?: Date,
) {
  const { workDate = day("2026-11-11") } = wish;
  office.setNow(at ?? new Date(`${workDate}T10:00:00Z`));
  const id = await send(by, work(units, { ...wish, workDate }));
  const answer = await decide(team.leader, approval(id));
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return id;
}

async function affiliate(by: Logger, kind: string, from: string, until: string | null, name?: string) {
  const organisationId = name === undefined ? null : freshId();
  await team.commune.act(async (tx) => {
    const { communeId } = team.commune;
    if (organisationId !== null && name !== undefined) {
      await tx.organisation.create({
        data: { communeId, id: organisationId, kind: "youth_cell", name, validFrom: new Date("2026-01-01") },
      });
    }
    await tx.affiliation.create({
      data: {
        communeId,
        memberId: by.memberId,
        kind,
        organisationId,
        validFrom: new Date(from),
        validTo: until === null ? null : new Date(until),
      },
    });
  });
  return organisationId ?? "";
}

const shown = (of: Board) => of.rows.map(({ name, rank, points }) => [name, rank, points]);

describe("the board of members", () => {
  it("rule 7: ranks as SQL ranks the ledger, for a month, a quarter and a year, ties included", async () => {
    await counted(team.lan, [person(0), person(1)]);
    await counted(team.minh, [person(2), person(3)]);
    await counted(team.deputy, [person(4)], { workDate: day("2026-10-20") });
    await counted(team.deputy, [person(5)], { workDate: day("2026-10-02") });
    for (const [period, from, to] of [
      ["2026-11", 202611, 202611],
      ["2026-Q4", 202610, 202612],
      ["2026", 202601, 202612],
    ] as const) {
      const read = await board({ period });
      const oracle = await rowsOf(
        office,
        team,
        `select member_id::text as id, sum(points)::int as points, rank() over (order by sum(points) desc)::int as rank
           from ledger_line where month_id between $1 and $2 group by 1 order by 3, 1`,
        from,
        to,
      );
      expect(read.rows.map(({ id, points, rank }) => ({ id, points, rank }))).toEqual(oracle);
      const standings = await office.platform.db.withCommunes(team.commune.scope, (tx) =>
        readStandingsBetween(tx, team.commune.communeId, { fromMonth: from, toMonth: to }, "member"),
      );
      expect(new Map(read.rows.map(({ id, points }) => [id, points]))).toEqual(
        new Map(standings.map(({ subjectId, points }) => [subjectId, points])),
      );
    }
    const { schemeVersions, isTrial, isProvisional, updatedAt, ladder, days } = await board();
    expect({ schemeVersions, isTrial, isProvisional, ladder }).toEqual({
      schemeVersions: [1],
      isTrial: true,
      isProvisional: true,
      ladder: ["points"],
    });
    expect(days).toEqual({ first: "2026-10-15", last: "2026-11-14" });
    expect(updatedAt).toBe(new Date("2026-11-11T10:00:00Z").getTime());
  });

  it("counts a pillar by itself, and moves against the period before", async () => {
    await counted(team.minh, [person(0), person(1)], { workDate: day("2026-10-12") });
    await counted(team.lan, [person(2)], { workDate: day("2026-10-12") });
    await counted(team.lan, [person(3), person(4)]);
    await counted(
      team.minh,
      [{ householdId: team.households[5] ?? "", slot: null, serviceKey: null, outcome: null }],
      {
        activityKey: "first-visit",
      },
    );
    const november = await board();
    expect(november.rows.map(({ id, movement }) => [id, movement])).toEqual([
      [team.lan.memberId, { kind: "up", places: 1 }],
      [team.minh.memberId, { kind: "down", places: 1 }],
    ]);
    expect(november.rows[0]?.measures).toMatchObject({ people: 2, members: 1 });
    expect(shown(await board({ pillar: "government" }))).toEqual([["Vì Thị Lan", 1, 800]]);
    expect((await board({ pillar: "common" })).rows.map(({ id }) => id)).toEqual([team.minh.memberId]);
  });

  it("K11, D16: parts the points of the Youth Union from the others by the day of work", async () => {
    await counted(team.lan, [person(0)], { workDate: day("2026-10-20") });
    await counted(team.lan, [person(1)]);
    await counted(team.minh, [person(2)]);
    await affiliate(team.lan, "youth_union", "2026-11-01", null);
    const all = await board();
    expect(all.split).toEqual({ youth: 400, others: 800 });
    expect(all.rows.map(({ id, measures }) => [id, measures.youthPoints])).toContainEqual([
      team.lan.memberId,
      400,
    ]);
    expect(shown(await board({ isYouthOnly: true }))).toEqual([["Vì Thị Lan", 1, 400]]);
    const teams = await board({ subject: "team" });
    expect(teams.rows.find(({ id }) => id === String(team.teamId))?.measures.youthPoints).toBe(400);
  });

  it("leaves staff out, hides whoever asked for it and still counts them", async () => {
    await counted(team.lan, [person(0), person(1)]);
    await counted(team.minh, [person(2)]);
    await counted(team.deputy, [person(3)]);
    await team.commune.act(async (tx) => {
      const data = { communeId: team.commune.communeId, changedAt: NOW };
      await tx.boardPreference.create({ data: { ...data, memberId: team.lan.memberId, isHidden: true } });
      await tx.boardPreference.create({ data: { ...data, memberId: team.minh.memberId, isShortName: true } });
    });
    await office.grant(team.deputy.accountId, team.commune.communeId, "office");
    const read = await board();
    expect(shown(read)).toEqual([["Quàng V. M.", 2, 400]]);
    expect(read.hidden.map(({ id, rank }) => [id, rank])).toEqual([[team.lan.memberId, 1]]);
    expect(read.ranked).toBe(2);
    expect((await board({}, NOW, "office")).rows.map(({ name }) => name)).toEqual([
      "Vì Thị Lan",
      "Quàng Văn Minh",
    ]);
    const teams = await board({ subject: "team" });
    expect(teams.rows[0]).toMatchObject({ points: 1_600, measures: { people: 4, target: 50 } });
  });

  it("T12: tells the public short names, and the full one only where it was agreed to", async () => {
    await counted(team.lan, [person(0), person(1)]);
    await counted(team.minh, [person(2)]);
    await team.commune.act((tx) =>
      tx.consent.create({
        data: {
          communeId: team.commune.communeId,
          id: freshId(),
          memberId: team.minh.memberId,
          purpose: "public_full_name",
          textVersion: 1,
          channel: "paper",
          givenAt: NOW,
          recordedBy: team.commune.officerId,
        },
      }),
    );
    expect((await board({}, NOW, "public")).rows.map(({ name }) => name)).toEqual([
      "Vì T. L.",
      "Quàng Văn Minh",
    ]);
  });

  it("T7: what is verified in the last 48 hours moves no rank until figures freeze; the office sees it at once", async () => {
    await counted(team.lan, [person(0)]);
    await counted(team.minh, [person(1), person(2)], {}, new Date("2026-11-15T02:00:00Z"));
    const late = new Date("2026-11-15T03:00:00Z");
    const frozen = await board({}, late);
    expect(frozen.frozenAt).toBe(new Date("2026-11-14T17:00:00Z").getTime());
    expect(shown(frozen)).toEqual([["Vì Thị Lan", 1, 400]]);
    expect((await board({}, late, "office")).rows.map(({ rank }) => rank)).toEqual([1, 2]);
    const after = await board({}, new Date("2026-11-17T02:00:00Z"));
    expect([after.frozenAt, after.rows[0]?.id]).toEqual([null, team.minh.memberId]);
  });
});

describe("boards of places", () => {
  it("K01: a village stands by people against its own measure and by households reached, never by volume", async () => {
    await counted(team.lan, [person(0), person(1), person(0, 2)]);
    const read = await board({ subject: "village" });
    const [east, west] = read.rows;
    // Twelve adults: one tenth is 1,2 people. Three are guided in two of six households.
    expect(east).toMatchObject({
      name: "Thôn Đông",
      rank: 1,
      measures: { people: 3, target: 1, households: 2, householdsOf: 6 },
      attainment: Math.floor((10_000 * 30 + Math.floor((2 * 10_000 * 10_000) / (6 * 8_000)) * 20) / 50),
    });
    expect(west).toMatchObject({
      name: "Thôn Đoài",
      attainment: 0,
      rank: 2,
      measures: { householdsOf: null },
    });
    expect(read.ladder).toEqual(["attainment"]);
  });

  it("B13: a team's ring counts distinct people of the month; the same service a month later is nobody new", async () => {
    await counted(team.lan, [person(0), person(1)], { workDate: day("2026-10-12") });
    await counted(team.lan, [person(0), person(2)]);
    await counted(team.minh, [person(2)]);
    const of = async (period: string) =>
      (await board({ subject: "team", period })).rows.find(({ id }) => id === String(team.teamId));
    expect(await of("2026-10")).toMatchObject({ attainment: 400, measures: { people: 2, target: 50 } });
    expect(await of("2026-11")).toMatchObject({ attainment: 200, measures: { people: 1, target: 50 } });
    expect(await of("2026-Q4")).toMatchObject({ measures: { people: 3, target: 100 } });
  });

  it("teams of schools stand against schools alone", async () => {
    await counted(team.lan, [person(0)]);
    const school = await team.commune.team(null, {
      kind: "school",
      name: "Tổ trường",
      school: "Trường Suối",
    });
    expect((await board({ subject: "team", category: "school" })).rows.map(({ id }) => id)).toEqual([
      String(school),
    ]);
    expect((await board({ subject: "team" })).rows.map(({ id }) => id)).not.toContain(String(school));
  });

  it("K10: youth cells and unions are told by whom a member belonged to on the day of work", async () => {
    const cell = await affiliate(team.lan, "youth_union", "2026-11-01", null, "Chi đoàn Đông");
    await affiliate(team.minh, "womens_union", "2026-01-01", "2026-11-11");
    await affiliate(team.lan, "womens_union", "2026-01-01", null);
    await counted(team.lan, [person(0)], { workDate: day("2026-10-20") });
    await counted(team.lan, [person(1), person(2)]);
    await counted(team.minh, [person(3)]);
    expect((await board({ subject: "youth_cell" })).rows).toMatchObject([
      { id: cell, name: "Chi đoàn Đông", points: 800, rank: 1, measures: { people: 2, members: 1 } },
    ]);
    expect((await board({ subject: "union" })).rows.map(({ id, points }) => [id, points])).toEqual([
      ["womens_union", 1_600],
      ["youth_union", 800],
    ]);
  });

  it("is empty for a period that never began, and sees no other commune", async () => {
    expect(await board({ period: "2031-05" })).toMatchObject({ rows: [], days: null, updatedAt: null });
    await counted(team.lan, [person(0)]);
    const other = await makeLoggingTeam(office);
    const read = await office.platform.db.withCommunes(other.commune.scope, (tx) =>
      readBoard(tx, team.commune.communeId, BOARD, { now: NOW.getTime(), audience: "office" }),
    );
    expect(read.rows).toEqual([]);
  });
});
