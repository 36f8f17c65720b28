import { describe, expect, it } from "vitest";
import { PROPOSED } from "#tests/support/work-samples.ts";
import { addDays, type LocalDate } from "../calendar/local-date.ts";
import {
  attainmentOfMonths,
  teamTargetTenths,
  villageAttainment,
  villageTargetTenths,
} from "./attainment.ts";
import { boardKey, parseBoardAddress, writeBoardQuery } from "./board-address.ts";
import { boardPeriodsOf, parseBoardPeriod, previousBoardPeriod } from "./board-period.ts";
import { contributionWeeks } from "./contribution-days.ts";
import { frozenSince } from "./freeze.ts";
import { divideByPace, weekStart } from "./league.ts";
import { waysToClose } from "./ways.ts";

const day = (text: string) => text as LocalDate;

describe("what a board measures", () => {
  it("SCORING 2: equal effort in villages of 80, 150, 600 and 1,000 adults attains the same", () => {
    const attained = [80, 150, 600, 1_000].map((adults) => {
      const teams = adults > 600 ? 2 : 1;
      const people = Math.min(60 * teams, Math.floor(adults * 0.125));
      return attainmentOfMonths([{ people, targetTenths: villageTargetTenths(50, adults, teams) }]);
    });
    expect(attained).toEqual([10_000, 10_000, 10_000, 10_000]);
  });

  it("rule 9: what nobody can measure is spread over the rest; without anything there is no data, not zero", () => {
    const months = [{ people: 20, targetTenths: 400 }];
    const effort = { months, reached: 20, households: 50, agreement: null };
    expect(villageAttainment(effort)).toBe(5_000);
    expect(villageAttainment({ ...effort, households: null })).toBe(5_000);
    expect(villageAttainment({ ...effort, households: 25 })).toBe(7_000);
    expect(villageAttainment({ ...effort, months: [{ people: 0, targetTenths: null }] })).toBe(5_000);
    expect(villageAttainment({ ...effort, households: 0, months: [] })).toBeNull();
  });

  it("SCORING 2: what second looks do not bear out falls out of the figures again", () => {
    const inflated = {
      months: [{ people: 52, targetTenths: 500 }],
      reached: 0,
      households: null,
      agreement: 6_700,
    };
    const honest = { ...inflated, months: [{ people: 35, targetTenths: 500 }], agreement: 9_600 };
    expect(villageAttainment(inflated)).toBe(6_968);
    expect(villageAttainment(honest)).toBe(7_000);
  });

  it("B13, B22: a team is asked for its plan's quota, else for a tenth of its adults; a village never for more than that", () => {
    expect(teamTargetTenths(50, 90, 1)).toBe(500);
    expect(teamTargetTenths(null, 300, 2)).toBe(150);
    expect(teamTargetTenths(null, null, 1)).toBeNull();
    expect(villageTargetTenths(50, 85, 1)).toBe(85);
    expect(villageTargetTenths(50, 2_000, 1)).toBe(500);
    expect(villageTargetTenths(50, 100, 0)).toBeNull();
  });
});

describe("which board", () => {
  it("is one address, one key; what does not concern the subject is dropped", () => {
    const of = (query: string) => parseBoardAddress(new URLSearchParams(query), "2026-11");
    expect(of("")).toMatchObject({ subject: "member", period: "2026-11", pillar: null, isYouthOnly: false });
    const definition = of("nhom=to&ky=2026-Q4&tru=xa-hoi&loai=truong&doan=1");
    expect(definition).toMatchObject({ subject: "team", category: "school", isYouthOnly: false });
    if (!definition) throw new Error("no board");
    expect(writeBoardQuery(definition)).toBe("nhom=to&ky=2026-Q4&loai=truong&tru=xa-hoi");
    expect(of(boardKey(definition))).toEqual(definition);
    for (const broken of ["nhom=ai", "ky=2026-13", "ky=2026-H1", "tru=x", "loai=x", "dot=1"]) {
      expect(of(broken)).toBeNull();
    }
  });

  it("knows its months, and the period before it over the turn of a year", () => {
    expect(parseBoardPeriod("2026-Q4")).toMatchObject({ fromMonth: 202610, toMonth: 202612 });
    const before = (key: string) => {
      const span = parseBoardPeriod(key);
      return span && previousBoardPeriod(span).key;
    };
    expect(["2026-01", "2026-Q1", "2026"].map(before)).toEqual(["2025-12", "2025-Q4", "2025"]);
    expect(boardPeriodsOf(202611)).toEqual({ month: "2026-11", quarter: "2026-Q4", year: "2026" });
  });

  it("T7: stands still in the last 48 hours before figures freeze, and not a minute longer", () => {
    const hour = 3_600_000;
    const month = { state: "grace" as const, graceEndsAt: 100 * hour };
    expect(frozenSince([month], 52 * hour - 1)).toBeNull();
    expect(frozenSince([month], 52 * hour)).toBe(52 * hour);
    expect(frozenSince([month], 100 * hour - 1)).toBe(52 * hour);
    expect(frozenSince([month], 100 * hour)).toBeNull();
    expect(frozenSince([{ ...month, state: "provisional" }], 60 * hour)).toBeNull();
  });
});

describe("ways to the next place", () => {
  const facts = { scheme: PROPOSED, today: day("2026-11-20"), monthPoints: 0, known: new Set<string>() };
  it("are at most three, the fewest units of known work first, and nothing a cap would swallow", () => {
    const ways = waysToClose({ ...facts, gap: 1_100, known: new Set(["first-visit"]) });
    expect(ways).toHaveLength(3);
    expect(ways[0]).toMatchObject({ activityKey: "first-visit", units: 6 });
    for (const { units, pointsEach } of ways) expect(units * pointsEach).toBeGreaterThanOrEqual(1_100);
  });
  it("is none when the month's limit stands before the gap", () => {
    expect(waysToClose({ ...facts, gap: 500, monthPoints: 29_800 })).toEqual([]);
  });
});

describe("leagues and days", () => {
  it("REQUIREMENTS e.5: about twenty of like pace together, nobody alone, in whatever order people come", () => {
    const paces = Array.from({ length: 139 }, (_, index) => ({ id: `m${index}`, points: (index * 37) % 50 }));
    const leagues = divideByPace(paces);
    expect(leagues.map(({ length }) => length)).toEqual([19, 20, 20, 20, 20, 20, 20]);
    expect(divideByPace([...paces].reverse())).toEqual(leagues);
    const points = new Map(paces.map((each) => [each.id, each.points]));
    const slowest = Math.min(...(leagues[0] ?? []).map((id) => points.get(id) ?? 0));
    expect(slowest).toBeGreaterThanOrEqual(Math.max(...(leagues[1] ?? []).map((id) => points.get(id) ?? 0)));
    expect(divideByPace([])).toEqual([]);
    expect(weekStart(day("2026-11-22"))).toBe("2026-11-16");
  });

  it("tells a year of days in whole weeks, each measured by one's own best", () => {
    const today = day("2026-11-20");
    const days = [
      { day: today, claims: 2, points: 800 },
      { day: addDays(today, -8), claims: 1, points: 100 },
    ];
    const weeks = contributionWeeks(days, today, 3);
    expect(weeks.map(({ length }) => length)).toEqual([7, 7, 5]);
    expect(weeks[2]?.at(-1)).toEqual({ day: today, claims: 2, points: 800, level: 4 });
    expect(weeks.flat().filter(({ level }) => level > 0)).toHaveLength(2);
    expect(weeks[1]?.find(({ points }) => points === 100)?.level).toBe(1);
  });
});
