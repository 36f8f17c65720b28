import { describe, expect, it } from "vitest";
import { canonicalClaim } from "#app/domain/activity/canonical-claim.ts";
import type { ClaimContent, UnitContent } from "#app/domain/activity/claim.ts";
import type { ClaimFacts } from "#app/domain/activity/claim-facts.ts";
import { judgeClaim } from "#app/domain/activity/judge-claim.ts";
import { parsePaperPerson } from "#app/domain/activity/paper-person.ts";
import { kindOf } from "#app/domain/activity/scheme.ts";
import { schemeOfProposal } from "#app/domain/activity/scheme-of-proposal.ts";
import { hammingDistance, isFlood, judgePace } from "#app/domain/activity/signals.ts";
import { tidyClaim } from "#app/domain/activity/tidy-claim.ts";
import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { PRESETS } from "#prisma/presets/presets.ts";

const scheme = schemeOfProposal(PRESETS["dai-son-2026"].proposal);
const day = (text: string) => text as LocalDate;
const HOUSEHOLD = "01939a3e-7000-7000-8000-000000000001";

function unit(wish: Partial<UnitContent> = {}): UnitContent {
  const nothing = { householdId: null, slot: null, serviceKey: null, outcome: null, stage: null } as const;
  return { ...nothing, groups: [], bonuses: {}, quantity: 1, ...wish };
}

function claim(activityKey: string, wish: Partial<ClaimContent> = {}): ClaimContent {
  const kind = kindOf(scheme, activityKey);
  return {
    activityKey,
    workDate: day("2026-11-19"),
    mode: kind?.modes[0] ?? "home_visit",
    audience: "residents",
    place: null,
    note: null,
    link: null,
    visits: 1,
    minutes: null,
    counters: {},
    movements: [],
    units: [unit()],
    helpers: [],
    photos: [],
    ...wish,
  };
}

function judge(content: ClaimContent, wish: Partial<ClaimFacts> = {}) {
  const verdict = judgeClaim(content, {
    today: day("2026-11-20"),
    openFrom: day("2026-11-15"),
    mayReachBack: false,
    kind: kindOf(scheme, content.activityKey),
    memberId: "me",
    isInTeam: true,
    services: new Map([["vneid", { retiredOn: null }]]),
    households: new Map([[HOUSEHOLD, { slots: new Set([1, 2]), endedOn: null }]]),
    teamMates: new Set(["mate"]),
    photos: new Set(["photo"]),
    ...wish,
  });
  return verdict.ok ? verdict.value.marks : verdict.problems.map(({ code, field }) => `${field}: ${code}`);
}

const known = (wish: Partial<UnitContent> = {}) => unit({ householdId: HOUSEHOLD, slot: 1, ...wish });

describe("the units of a kind", () => {
  it("every kind of the proposal can be logged in its usual way", () => {
    for (const kind of scheme.activities) {
      const units = [
        known({
          serviceKey: kind.unit === "person_service" ? "vneid" : null,
          outcome: kind.scale.by === "outcome" ? "knows" : null,
          stage: kind.scale.by === "stage" ? "piloted" : null,
        }),
      ];
      const content = claim(kind.key, {
        units,
        visits: kind.least?.people ?? 1,
        minutes: kind.least?.minutes ?? null,
      });
      expect([kind.key, judge(content)]).toEqual([kind.key, []]);
    }
  });

  it("C05: a channel is followed by a household, once in a record", () => {
    expect(judge(claim("commune-channel"))).toEqual(["units: unit_needs_household"]);
    const twice = [unit({ householdId: HOUSEHOLD }), unit({ householdId: HOUSEHOLD })];
    expect(judge(claim("commune-channel", { units: twice }))).toEqual(["units: unit_repeated"]);
    expect(judge(claim("commune-channel", { units: [unit({ householdId: HOUSEHOLD })] }))).toEqual([]);
  });

  it("C02, L32: an enterprise or a cooperative is on no village's list", () => {
    const content = claim("farm-and-transport");
    expect(judge(content)).toEqual(["units: unit_needs_household"]);
    for (const audience of ["business", "cooperative", "organisation"] as const)
      expect(judge({ ...content, audience })).toEqual([]);
  });

  it("C12, L12: a stall is told by its steps, and one that takes orders has an account to be paid into", () => {
    const stall = (checks: NonNullable<UnitContent["checks"]>, quantity: number) =>
      judge(claim("online-shop-step", { units: [unit({ householdId: HOUSEHOLD, checks, quantity })] }));
    expect(stall(["stall_opened", "photos_posted", "advertised"], 3)).toEqual([]);
    expect(stall(["stall_opened", "photos_posted"], 3)).toEqual(["units: steps_and_quantity_differ"]);
    expect(stall(["orders_taken"], 1)).toEqual(["units: orders_need_payment_account"]);
    expect(stall(["orders_taken", "orders_packed", "payment_account"], 2)).toEqual([]);
    expect(
      judge(claim("online-shop-step", { units: [unit({ householdId: HOUSEHOLD, quantity: 6 })] })),
    ).toEqual(["units: quantity_out_of_range"]);
  });

  it("C13: a commitment to quality is shown", () => {
    const units = [unit({ householdId: HOUSEHOLD, checks: ["stall_opened", "quality_committed"] })];
    expect(judge(claim("online-shop-step", { units }))).toEqual(["units: commitment_needs_photo"]);
    expect(judge(claim("online-shop-step", { units, photos: ["photo"] }))).toEqual([]);
  });

  it("C30: a kind that is paid by its outcome says the outcome", () => {
    expect(judge(claim("online-public-service", { units: [known({ serviceKey: "vneid" })] }))).toEqual([
      "units: unit_needs_outcome",
    ]);
    expect(judge(claim("online-public-service", { units: [known({ outcome: "knows" })] }))).toEqual([
      "units: unit_needs_service",
    ]);
  });

  it("D20, L22: learners of open courses are counted, with their certificates", () => {
    const learners = (wish: Partial<UnitContent>) =>
      judge(claim("online-learning", { units: [unit(wish)], visits: 30 }));
    expect(learners({ quantity: 30, bonuses: { certificate: 30 } })).toEqual([]);
    expect(learners({ quantity: 30, bonuses: { certificate: 31 } })).toEqual(["units: bonus_too_many"]);
    expect(learners({ bonuses: { medal: 1 } })).toEqual(["units: bonus_unknown"]);
    expect(learners({ ...known(), quantity: 2 })).toEqual(["units: quantity_out_of_range"]);
  });

  it("C20, L20: a talk is one record with its reach, whoever it was for", () => {
    const talk = claim("talk", {
      mode: "meeting",
      visits: 80,
      audience: "organisation",
      counters: { reached_households: 60 },
    });
    expect(judge(talk)).toEqual([]);
    expect(judge({ ...talk, units: [] })).toEqual(["units: units_missing"]);
  });

  it("C29, L09, L10, L23: parents are guided in services of health, schools, insurance and transport", () => {
    const units = [known({ serviceKey: "vneid", outcome: "with_help" })];
    const content = claim("social-service", { audience: "parents", units, counters: { parents: 1 } });
    expect(judge(content)).toEqual([]);
  });

  it("L11: technology in production is told of a household", () => {
    expect(judge(claim("farm-and-transport", { units: [unit({ householdId: HOUSEHOLD })] }))).toEqual([]);
  });

  it("B14: visits are never fewer than the people, and people without a name are visits alone", () => {
    const both = [
      known({ serviceKey: "vneid", outcome: "knows" }),
      known({ slot: 2, serviceKey: "vneid", outcome: "knows" }),
    ];
    expect(judge(claim("online-public-service", { units: both, visits: 1 }))).toEqual([
      "visits: visits_below_people",
    ]);
    expect(judge(claim("online-public-service", { units: [], visits: 40 }))).toEqual([]);
    expect(judge(claim("online-public-service", { units: [], visits: 0 }))).toEqual(["units: units_missing"]);
  });
});

describe("the day", () => {
  it("C32, C33: the seventh day is in time, the eighth is marked, and before the open month there is paper", () => {
    const at = (workDate: string, wish: Partial<ClaimFacts> = {}) =>
      judge(claim("talk", { mode: "meeting", workDate: day(workDate) }), {
        today: day("2026-11-30"),
        ...wish,
      });
    expect(at("2026-11-23")).toEqual([]);
    expect(at("2026-11-22")).toEqual(["late"]);
    expect(at("2026-11-15")).toEqual(["late"]);
    expect(at("2026-11-14")).toEqual(["workDate: work_month_closed"]);
    expect(at("2026-11-14", { mayReachBack: true })).toEqual(["late", "adjustment"]);
    expect(at("2026-12-01")).toEqual(["workDate: work_in_future"]);
    expect(at("2026-11-23", { isInTeam: false })).toEqual(["workDate: not_in_team_on_day"]);
  });

  it("C18: a retired kind takes no work from its day on, and keeps what was done before", () => {
    const kind = kindOf(scheme, "talk");
    const at = (workDate: string) =>
      judge(claim("talk", { mode: "meeting", workDate: day(workDate) }), {
        kind: kind && { ...kind, retiredOn: day("2026-11-18") },
      });
    expect(at("2026-11-17")).toEqual([]);
    expect(at("2026-11-18")).toEqual(["activityKey: kind_retired"]);
  });
});

describe("who is named", () => {
  it("helpers were in a team that day, are named once, and are not the claimant", () => {
    const helped = (...ids: string[]) =>
      judge(
        claim("talk", {
          mode: "meeting",
          helpers: ids.map((memberId) => ({ memberId, part: "helper" as const })),
        }),
      );
    expect(helped("mate")).toEqual([]);
    expect(helped("me")).toEqual(["helpers: helper_is_self"]);
    expect(helped("stranger")).toEqual(["helpers: helper_not_in_team"]);
    expect(helped("mate", "mate")).toEqual(["helpers: named_twice"]);
  });

  it("links lead to the web and nowhere else", () => {
    for (const link of ["javascript:alert(1)", "//x", "http://", "data:text/html,x", "https://x y.vn"])
      expect(judge(claim("talk", { mode: "meeting", link }))).toEqual(["link: link_not_valid_address"]);
    expect(judge(claim("talk", { mode: "meeting", link: "https://zalo.me/g/abc123" }))).toEqual([]);
  });
});

describe("the text of a claim", () => {
  it("is one text whatever the order of its keys, and another for another member", () => {
    const content = claim("talk", { counters: { reached_people: 2, dossiers: 1 } });
    const turned = {
      ...Object.fromEntries(Object.entries(content).reverse()),
      counters: { dossiers: 1, reached_people: 2 },
    };
    expect(canonicalClaim("a", turned as never)).toBe(canonicalClaim("a", content));
    expect(canonicalClaim("b", content)).not.toBe(canonicalClaim("a", content));
    expect(canonicalClaim("a", { ...content, visits: 2 })).not.toBe(canonicalClaim("a", content));
  });

  it("tidied twice is tidied once, and nothing typed is nothing", () => {
    const { content } = tidyClaim(
      claim("talk", { note: "  Nha\u0300 va\u0306n hóa ", place: "   ", movements: ["", " A  B "] }),
    );
    expect(content).toMatchObject({ note: "Nhà văn hóa", place: null, movements: ["A B"] });
    expect(tidyClaim(content).content).toEqual(content);
  });
});

describe("signals", () => {
  it("a pace is held against the hands that were there", () => {
    const pace = { mode: "home_visit", visits: 13, minutes: 60, visitsOfDay: 13, participants: 1 } as const;
    expect(judgePace(pace)).toEqual({ perHour: 13, ofDay: 13 });
    expect(judgePace({ ...pace, visits: 12 })).toBeNull();
    expect(judgePace({ ...pace, participants: 2 })).toBeNull();
    expect(judgePace({ ...pace, mode: "meeting", visits: 300 })).toBeNull();
  });

  it("a flood is most of a month in its last hours", () => {
    expect([isFlood(10, 19), isFlood(10, 20), isFlood(9, 9)]).toEqual([true, false, false]);
  });

  it("distance counts bits across the sign", () => {
    expect([hammingDistance(0n, -1n), hammingDistance(5n, 5n), hammingDistance(-1n, -2n)]).toEqual([
      64, 0, 1,
    ]);
  });
});

describe("a person on paper", () => {
  it.each([
    ["012/1", { codeKey: "012", slot: 1 }],
    [" 012 / 2 ", { codeKey: "012", slot: 2 }],
    ["H-07", { codeKey: "h-07", slot: null }],
    ["012/0", null],
    ["1/2/3", null],
    ["", null],
  ])("%s", (text, expected) => {
    expect(parsePaperPerson(text)).toEqual(expected);
  });
});
