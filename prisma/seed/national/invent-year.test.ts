import { describe, expect, it } from "vitest";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { inventCommune } from "./invent-commune.ts";
import { communeName, provinceName } from "./invent-places.ts";
import { inventYear } from "./invent-year.ts";
import { nationMonths } from "./nation-months.ts";
import { judgeWish, type NationWish, USUAL_WISH, WHOLE_NATION } from "./nation-size.ts";
import { plantFraud } from "./plant-fraud.ts";

const NOW_MS = Date.parse("2026-11-20T02:00:00Z");
const TODAY = "2026-11-20" as LocalDate;

function yearOf(wish: NationWish, index = 0) {
  const commune = inventCommune(wish, index, Date.parse("2025-12-01T02:00:00Z"));
  const months = nationMonths(wish, TODAY);
  const services = { government: ["certification"], society: ["health"] } as const;
  const place = { commune, months, services, until: { today: TODAY, nowMs: NOW_MS } };
  const honest = inventYear(place, wish);
  return { commune, months, honest, planted: plantFraud(place, wish) };
}

describe("an invented year", () => {
  const small = { ...USUAL_WISH, villages: 4, households: 6, months: 4 };

  it("is the same for the same wish, and another for another seed", () => {
    const { honest, planted } = yearOf(small);
    const again = yearOf(small);
    expect([again.honest, again.planted]).toEqual([honest, planted]);
    expect(yearOf({ ...small, seed: 7 }).honest).not.toEqual(honest);
  });

  it("never lets anybody decide on work they had a part in, nor before it was sent, nor after today", () => {
    const { honest, planted } = yearOf(small);
    for (const { member, verifier, content, submittedAt, decidedAt } of [
      ...honest,
      ...planted.map(({ work }) => work),
    ]) {
      expect([member.id, ...content.helpers.map(({ memberId }) => memberId)]).not.toContain(verifier.id);
      expect(submittedAt).toBeLessThanOrEqual(NOW_MS);
      if (decidedAt !== null) expect(decidedAt).toBeGreaterThan(submittedAt);
      expect(decidedAt ?? 0).toBeLessThanOrEqual(NOW_MS);
      expect(content.workDate <= TODAY).toBe(true);
    }
  });

  it("SECURITY G21: of thirty villages holds about 1,500 records a month, and planted ones of five kinds", () => {
    const { honest, planted, commune } = yearOf({
      ...USUAL_WISH,
      villages: 30,
      recordsPerTeam: 50,
      months: 2,
    });
    expect(commune.villages).toHaveLength(30);
    expect(commune.members.length).toBeGreaterThan(130);
    expect(honest.length).toBeGreaterThan(1_000);
    expect(honest.length).toBeLessThan(3_500);
    expect(new Set(planted.map(({ kind }) => kind))).toEqual(new Set(["T2", "T3", "T4", "T5", "T7"]));
  });
});

describe("an invented nation", () => {
  it("has about 90,000 teams and 460,000 members in communes of different sizes, each name once in its province", () => {
    const wish = { ...USUAL_WISH, ...WHOLE_NATION, households: 4 };
    const every = 100;
    const sample = Array.from({ length: Math.floor(wish.communes / every) }, (_, at) =>
      inventCommune(wish, at * every, NOW_MS),
    );
    const teams =
      (sample.reduce((sum, { villages }) => sum + villages.length, 0) / sample.length) * wish.communes;
    const members =
      (sample.reduce((sum, commune) => sum + commune.members.length, 0) / sample.length) * wish.communes;
    expect(teams).toBeGreaterThan(80_000);
    expect(teams).toBeLessThan(100_000);
    expect(members).toBeGreaterThan(410_000);
    expect(members).toBeLessThan(510_000);
    expect(new Set(Array.from({ length: 200 }, (_, at) => communeName(at))).size).toBe(200);
    expect(new Set(Array.from({ length: 34 }, (_, at) => provinceName(at))).size).toBe(34);
  });

  it("is refused in words where a size is none", () => {
    expect(judgeWish(USUAL_WISH)).toBeNull();
    expect(judgeWish({ ...USUAL_WISH, recordsPerTeam: Number.NaN })).toContain("--records-per-team");
    expect(judgeWish({ ...USUAL_WISH, provinces: 2 })).toContain("province");
  });
});
