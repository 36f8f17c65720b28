import { beforeEach, describe, expect, it } from "vitest";
import type { BoardDefinition } from "#app/domain/boards/board.ts";
import type { FigureSpan } from "#app/domain/figures/figures.ts";
import { readBoard } from "#app/features/boards/read-board.server.ts";
import { readFigures } from "#app/features/figures/read-figures.server.ts";
import { reverseClaim } from "#app/features/ledger/reverse-claim.server.ts";
import { advanceMonths } from "#app/features/months/advance-months.server.ts";
import { readProject06 } from "#app/features/months/read-project-06.server.ts";
import { findOpenData } from "#app/features/open-data/read-open-data.server.ts";
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
const NOVEMBER: FigureSpan = { kind: "months", fromMonth: 202611, toMonth: 202611 };

beforeEach(async () => {
  office.setNow(EARLIER);
  team = await makeLoggingTeam(office);
});

const person = (index: number, slot = 1) => ({ householdId: team.households[index] ?? "", slot });
const figures = (span: FigureSpan = NOVEMBER, today = "2026-11-20") =>
  readFigures(office.platform, team.commune.scope, span, day(today));

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

const affiliate = (by: Logger, kind: string, from: string) =>
  team.commune.act((tx) =>
    tx.affiliation.create({
      data: { communeId: team.commune.communeId, memberId: by.memberId, kind, validFrom: new Date(from) },
    }),
  );

describe("figures of verified work", () => {
  it("C30, B14: lượt beside người, by what was done, how, for whom and what came of it", async () => {
    await counted(team.lan, [person(0), person(1)], { visits: 7 });
    await counted(team.minh, [{ ...person(1), outcome: "with_help" }], { mode: "hands_on" });
    await send(team.lan, work([person(4)], { workDate: day("2026-11-11") }));
    const { commune, teams, villages, days, rosterOn } = await figures();
    expect(days).toEqual({ first: "2026-10-15", last: "2026-11-14" });
    expect(rosterOn).toBe("2026-11-14");
    expect(commune).toMatchObject({ claims: 2, visits: 8, people: 2, proficient: 2, households: 2 });
    expect(commune.by.mode).toMatchObject({ home_visit: { claims: 1, visits: 7 }, hands_on: { visits: 1 } });
    expect(commune.by.outcome).toMatchObject({ proficient: { people: 2 }, with_help: { people: 1 } });
    expect(commune.by.service["civil-status"]).toMatchObject({ claims: 2, units: 3, people: 2 });
    expect(commune.by.kind["online-public-service"]?.visits).toBe(8);
    expect(commune.by.pillar).toEqual({ government: commune.by.kind["online-public-service"] });
    expect(commune.pointsByPillar.government).toBe(commune.points);
    const own = teams.find(({ id }) => id === team.teamId);
    expect(own).toMatchObject({ claims: 2, visits: 8, people: 2, quotaPeople: 2, villageId: team.villageId });
    expect(villages.find(({ id }) => id === team.villageId)).toMatchObject({ people: 2, households: 2 });
    expect(villages.find(({ id }) => id !== team.villageId)).toMatchObject({
      claims: 0,
      visits: 0,
      points: 0,
    });
  });

  it("rule 6, K01: of a sealed month are those of its seal, whatever is undone later", async () => {
    await counted(team.lan, [person(0), person(1)], { visits: 7 });
    const undone = await counted(team.minh, [person(2)]);
    const before = await figures();
    const later = new Date("2026-12-25T02:00:00Z");
    office.setNow(later);
    await advanceMonths(office.platform, team.commune.communeId, later);
    const outcome = await reverseClaim(await team.officer.caller(), {
      decisionId: freshId(),
      claimId: undone,
      revision: 1,
      reasonCode: "correction",
      reason: "Ghi nhầm người",
    });
    expect(outcome.ok).toBe(true);
    const sealed = await figures(NOVEMBER, "2026-12-25");
    expect(sealed.months).toMatchObject([{ id: 202611, state: "sealed" }]);
    const [seal] = await rowsOf(
      office,
      team,
      "select content::jsonb -> 'standings' as standings, encode(sha256, 'hex') as sha from month_seal where month_id = 202611",
    );
    expect(sealed.months[0]?.sha256).toBe(seal.sha);
    const told = ({ points, claims, visits }: { points: number; claims: number; visits: number }) => ({
      points,
      claims,
      visits,
    });
    expect(told(sealed.commune)).toEqual(told(seal.standings.commune[0]));
    for (const subject of ["village", "team"] as const) {
      const rows = subject === "village" ? sealed.villages : sealed.teams;
      for (const row of rows.filter(({ claims }) => claims > 0))
        expect(told(row)).toEqual(
          told(seal.standings[subject].find(({ id }: { id: string }) => id === String(row.id))),
        );
    }
    expect(told(sealed.commune)).toEqual(told(before.commune));
    const open = await office.platform.db.withCommunes(team.commune.scope, (tx) =>
      findOpenData(tx, team.commune.communeId, day("2026-12-25")),
    );
    const month = open.months.find(({ id }) => id === 202611);
    expect(month?.commune).toMatchObject({ people: sealed.commune.people, visits: sealed.commune.visits });
  });

  it("K02: people of a team and of a village are the figures of the boards, month by month", async () => {
    await counted(team.lan, [person(0), person(1)], { workDate: day("2026-10-12") });
    await counted(team.lan, [person(1), person(2)]);
    for (const [period, from, to] of [
      ["2026-11", 202611, 202611],
      ["2026-Q4", 202610, 202612],
    ] as const) {
      const read = await figures({ kind: "months", fromMonth: from, toMonth: to });
      for (const subject of ["team", "village"] as const) {
        const wish: BoardDefinition = {
          subject,
          period,
          pillar: null,
          campaign: null,
          category: "village",
          isYouthOnly: false,
        };
        const board = await office.platform.db.withCommunes(team.commune.scope, (tx) =>
          readBoard(tx, team.commune.communeId, wish, { now: NOW.getTime(), audience: "office" }),
        );
        const rows = subject === "team" ? read.teams : read.villages;
        for (const row of board.rows) {
          const figure = rows.find(({ id }) => String(id) === row.id);
          expect([figure?.quotaPeople, figure?.points]).toEqual([row.measures.people, row.points]);
        }
      }
    }
  });

  it("A18, F05: what the Youth Union and teachers contributed, on the day of work", async () => {
    await affiliate(team.lan, "youth_union", "2026-11-01");
    await affiliate(team.minh, "teacher", "2026-11-01");
    await counted(team.lan, [person(0)], {
      visits: 5,
      counters: { dossiers: 2, signatures_made: 0 },
      helpers: [{ memberId: team.minh.memberId, part: "helper" }],
    });
    await counted(team.lan, [person(1)], { workDate: day("2026-10-20"), visits: 3 });
    const { commune, teams } = await figures();
    expect(commune.contributions.youth_union).toMatchObject({
      members: 1,
      turns: 1,
      claims: 1,
      visits: 5,
      dossiers: 2,
    });
    expect(commune.contributions.teacher).toMatchObject({ members: 1, turns: 1, visits: 5 });
    expect(commune.contributions.everyone).toMatchObject({ members: 2, turns: 3, claims: 2, visits: 8 });
    expect(commune.contributions.everyone?.points).toBe(commune.points);
    expect(commune.counters.dossiers).toBe(2);
    expect(teams.find(({ id }) => id === team.teamId)?.contributions).toEqual(commune.contributions);
  });

  it("L03: work of Project 06 has its subtotal, the same as the month's page", async () => {
    await counted(team.lan, [person(0)], { movements: ["Đề án 06"], visits: 4 });
    const visit = { householdId: team.households[2] ?? "", serviceKey: null, outcome: null };
    await counted(team.minh, [visit], { activityKey: "first-visit" });
    const { commune, teams } = await figures();
    const page = await readProject06(office.platform, team.commune.scope, 202611);
    const { claims, visits, points } = commune.project06;
    expect({ claims, visits, points }).toEqual(page);
    expect([claims, visits]).toEqual([1, 4]);
    expect(teams.find(({ id }) => id === team.teamId)?.project06).toEqual(commune.project06);
  });

  it("J05: any days, wherever months begin; what was undone is gone from them", async () => {
    await counted(team.lan, [person(0)], { workDate: day("2026-10-14") });
    await counted(team.lan, [person(1)], { workDate: day("2026-10-15") });
    const both = await figures({ kind: "days", from: day("2026-10-14"), to: day("2026-10-15") });
    expect(both.commune).toMatchObject({ claims: 2, people: 2, quotaPeople: null });
    expect(both.months.map(({ id }) => id)).toEqual([202610, 202611]);
    const one = await figures({ kind: "days", from: day("2026-10-15"), to: day("2026-10-15") });
    expect(one.commune).toMatchObject({ claims: 1, people: 1 });
  });

  it("J02: who is on the roster on the last day, and who of them was active", async () => {
    await counted(team.lan, [person(0)]);
    const { commune, teams } = await figures();
    expect(teams.find(({ id }) => id === team.teamId)?.roster).toEqual({
      members: 4,
      women: 4,
      guests: 0,
      active: 1,
    });
    expect(commune.roster).toMatchObject({ members: 5, active: 1 });
  });

  it("rule 9: a span in which nothing has begun has no days and no months", async () => {
    const { days, months, commune } = await figures({ kind: "months", fromMonth: 203001, toMonth: 203001 });
    expect({ days, months }).toEqual({ days: null, months: [] });
    expect(commune.claims).toBe(0);
  });
});
