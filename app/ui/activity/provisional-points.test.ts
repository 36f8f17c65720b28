import { describe, expect, it } from "vitest";
import type { ClaimContent } from "#app/domain/activity/claim.ts";
import { kindOf } from "#app/domain/activity/scheme.ts";
import { schemeOfProposal } from "#app/domain/activity/scheme-of-proposal.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { PRESETS } from "#prisma/presets/presets.ts";
import { provisionalPoints } from "./provisional-points.ts";

const scheme = schemeOfProposal(PRESETS["dai-son-2026"].proposal);

function guided(slot: number): ClaimContent {
  return {
    activityKey: "online-public-service",
    workDate: "2026-11-21" as LocalDate,
    mode: "home_visit",
    audience: "residents",
    place: null,
    note: null,
    link: null,
    visits: 1,
    minutes: null,
    counters: {},
    movements: [],
    units: [
      {
        householdId: "h",
        slot,
        serviceKey: "tax",
        outcome: "proficient",
        stage: null,
        groups: [],
        bonuses: {},
        quantity: 1,
      },
    ],
    helpers: [],
    photos: [],
  };
}

function points(content: ClaimContent, contents: readonly ClaimContent[] = []): number {
  const kind = kindOf(scheme, content.activityKey);
  if (!kind) throw new Error("no such kind");
  return provisionalPoints(content, kind, scheme.limits, [], { contents, kinds: scheme.activities });
}

describe("provisional points beside other records on the phone", () => {
  it("the same person and service once more brings nothing, another person brings the same", () => {
    expect(points(guided(1))).toBeGreaterThan(0);
    expect(points(guided(1), [guided(1)])).toBe(0);
    expect(points(guided(2), [guided(1)])).toBe(points(guided(2)));
  });

  it("a day's cap lies over all of them: each brings no more than before, and the last nothing", () => {
    const day: ClaimContent[] = [];
    const brought: number[] = [];
    for (let slot = 1; slot <= 60; slot++) {
      brought.push(points(guided(slot), day));
      day.push(guided(slot));
    }
    expect(brought.at(-1)).toBe(0);
    expect([...brought].sort((left, right) => right - left)).toEqual(brought);
    const [first = 0] = brought;
    expect(brought.reduce((sum, each) => sum + each, 0)).toBeLessThan(60 * first);
  });
});
