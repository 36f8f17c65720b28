import { describe, expect, it } from "vitest";
import { doer, PROPOSED, unitOf, workOf } from "#tests/support/work-samples.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import { isBelowLeast } from "./least.ts";
import type { VerifiedClaim } from "./line.ts";
import { dueLines, explainCaps } from "./score.ts";
import { splitEvenly } from "./unit-pay.ts";

const on = (text: string) => text as LocalDate;
const many = (count: number, wish: Parameters<typeof unitOf>[1] = {}, from = 1) =>
  Array.from({ length: count }, (_, index) => unitOf(from + index, wish));
const due = (...claims: VerifiedClaim[]) => dueLines(claims, PROPOSED);
const total = (claims: readonly VerifiedClaim[], memberId = "a") =>
  dueLines(claims, PROPOSED)
    .filter((line) => line.memberId === memberId)
    .reduce((sum, { points }) => sum + points, 0);
const kindOf = (key: string) => {
  const kind = PROPOSED.activities.find((activity) => activity.key === key);
  if (!kind) throw new Error(key);
  return kind;
};

describe("what one unit pays", () => {
  it.each([
    ["knows", 100],
    ["with_help", 200],
    ["proficient", 400],
  ] as const)("C30: a known person who %s brings %i hundredths", (outcome, points) => {
    expect(total([workOf("1", { units: [unitOf(1, { outcome })] })])).toBe(points);
  });

  it("C30: an unknown person brings at most the first figure, whatever the outcome, and no bonus", () => {
    const unknown = unitOf(1, { personKey: null, slot: null, bonuses: { "dossier-filed": 1 } });
    expect(total([workOf("1", { units: [unknown] })])).toBe(100);
  });

  it("C30: a filed dossier adds its bonus once, however often it is counted", () => {
    const filed = (count: number) =>
      total([workOf("1", { units: [unitOf(1, { bonuses: { "dossier-filed": count } })] })]);
    expect([0, 1, 2, 9].map(filed)).toEqual([400, 600, 600, 600]);
  });

  it("C12: steps, documents and products are paid for each, people never by a typed number", () => {
    const paid = (activityKey: string, wish: Parameters<typeof unitOf>[1]) =>
      total([workOf("1", { activityKey, units: [unitOf(1, wish)] })]);
    expect(paid("online-shop-step", { quantity: 3 })).toBe(600);
    expect(paid("online-public-service", { quantity: 50 })).toBe(400);
    expect(paid("online-learning", { quantity: 50 })).toBe(100);
  });

  it("H04: a model pays by the stage it reached, a model without one nothing", () => {
    const paid = (stage: "piloted" | "recognised" | null) =>
      total([workOf("1", { activityKey: "initiative", units: [unitOf(1, { stage })] })]);
    expect([paid(null), paid("piloted"), paid("recognised")]).toEqual([0, 1_500, 3_000]);
  });

  it("a kind that the month's rules do not know, or that was retired by the day, pays nothing", () => {
    expect(due(workOf("1", { activityKey: "gone" }))).toEqual([]);
    const retired = { ...kindOf("talk"), retiredOn: on("2026-11-10") };
    const scheme = { ...PROPOSED, activities: [retired] };
    const talk = (workDate: string) =>
      workOf("1", { activityKey: "talk", workDate: on(workDate), units: [] });
    expect(dueLines([talk("2026-11-10")], scheme)).toEqual([]);
    expect(dueLines([talk("2026-11-09")], scheme)).toHaveLength(1);
  });
});

describe("who is paid", () => {
  it("4 points among three people are 134, 133 and 133, in the order of their names", () => {
    const team = [doer("c"), doer("a", { part: "helper" }), doer("b", { part: "helper" })];
    const lines = due(workOf("1", { participants: team }));
    expect(lines.map(({ memberId, points }) => [memberId, points])).toEqual([
      ["a", 134],
      ["b", 133],
      ["c", 133],
    ]);
    expect(splitEvenly(2, 3)).toEqual([1, 1, 0]);
  });

  it("D10: a shift pays each in full, once, whoever is listed with it", () => {
    const shift = workOf("1", {
      activityKey: "help-point-shift",
      minutes: 120,
      units: many(7),
      participants: [doer("a"), doer("b", { part: "helper" })],
    });
    expect([total([shift], "a"), total([shift], "b")]).toEqual([400, 400]);
    expect(total([{ ...shift, units: [] }])).toBe(400);
  });

  it("L14: a class pays its teacher 15 and each helper 8; whoever logged it taught it, unless another did", () => {
    const participants = [doer("a"), doer("b", { part: "helper" })];
    const lesson = workOf("1", { activityKey: "class", units: many(5), visits: 5, participants });
    expect([total([lesson], "a"), total([lesson], "b")]).toEqual([1_500, 800]);
    const taught = { ...lesson, participants: [...participants, doer("c", { part: "teacher" })] };
    expect(["a", "b", "c"].map((member) => total([taught], member))).toEqual([800, 800, 1_500]);
  });

  it.each([
    ["class", { visits: 4 }],
    ["help-point-shift", { minutes: 119 }],
    ["help-point-shift", { minutes: null }],
  ] as const)("D10: a %s of %o is below its least size and pays nothing", (key, wish) => {
    const claim = workOf("1", { activityKey: key, visits: 5, minutes: 120, units: [], ...wish });
    expect(isBelowLeast(kindOf(key), { people: claim.visits, minutes: claim.minutes })).toBe(true);
    expect(due(claim)).toEqual([]);
    expect(isBelowLeast(kindOf(key), { people: 5, minutes: 120 })).toBe(false);
  });
});

describe("what does not earn again", () => {
  const again = (wish: Partial<VerifiedClaim>, unit: Parameters<typeof unitOf>[1] = {}) =>
    workOf("2", { workDate: on("2026-11-12"), units: [unitOf(1, unit)], ...wish });

  it("a person and a service earn once in the plan's year, and another service earns", () => {
    expect(total([workOf("1"), again({})])).toBe(400);
    expect(total([workOf("1"), again({}, { serviceKey: "birth" })])).toBe(800);
    expect(total([workOf("1"), again({ workDate: on("2027-01-12") })])).toBe(800);
    expect(total([workOf("1", { units: [unitOf(1), unitOf(2, { personKey: "person-1" })] })])).toBe(400);
  });

  it("the earlier booked month earns before the earlier day: a closed month is not reopened", () => {
    const late = workOf("1", { workDate: on("2026-10-30"), bookedMonth: 202611 });
    const booked = workOf("2", {
      workDate: on("2026-10-31"),
      bookedMonth: 202610,
      participants: [doer("b")],
    });
    expect([total([late, booked], "a"), total([late, booked], "b")]).toEqual([0, 400]);
    expect(total([{ ...late, bookedMonth: 202610 }, booked], "a")).toBe(400);
  });

  it("C12: of a shop's five steps a household brings five, whoever guided them", () => {
    const step = (id: string, quantity: number, memberId: string) =>
      workOf(id, {
        activityKey: "online-shop-step",
        units: [unitOf(1, { quantity })],
        participants: [doer(memberId)],
      });
    const claims = [step("1", 3, "a"), step("2", 3, "b"), step("3", 1, "b")];
    expect([total(claims, "a"), total(claims, "b")]).toEqual([600, 400]);
    expect(due(...claims).find(({ kind }) => kind === "repeat")).toMatchObject({
      rule: "per_household",
      points: -200,
    });
  });

  it("F01: a form earns once in each round, also in one plan year; on paper beside a round it is the same form", () => {
    const form = (id: string, roundId: string | null, memberId = "a") =>
      workOf(id, {
        activityKey: "skill-survey",
        roundId,
        units: [unitOf(1)],
        participants: [doer(memberId)],
      });
    const spring = form("1", "spring");
    expect(total([spring, form("2", "spring", "b")], "b")).toBe(0);
    expect(total([spring, form("2", "autumn", "b")], "b")).toBe(200);
    expect(total([spring, form("2", null, "b")], "b")).toBe(0);
    const ofOldRules = {
      ...PROPOSED,
      activities: PROPOSED.activities.map((kind) =>
        kind.key === "skill-survey" ? { ...kind, repeat: "once_a_round" as const } : kind,
      ),
    };
    const lines = dueLines([spring, form("2", "autumn", "b")], ofOldRules);
    expect(
      lines.filter(({ memberId }) => memberId === "b").reduce((sum, { points }) => sum + points, 0),
    ).toBe(0);
  });

  it.each([
    ["2026-10-10", 29, 0],
    ["2026-10-10", 30, 300],
  ])("C31: a return to somebody helped on %s, %i days later, brings %i", (helpedOn, days, points) => {
    const helped = workOf("1", { workDate: on(helpedOn), participants: [doer("b")] });
    const workDate = on(days === 29 ? "2026-11-08" : "2026-11-09");
    const back = workOf("2", { activityKey: "return-visit", workDate });
    expect(total([helped, back])).toBe(points);
    expect(total([back])).toBe(0);
  });

  it("C31: two returns within 30 days earn once, and a later one again", () => {
    const helped = workOf("0", { workDate: on("2026-08-01"), participants: [doer("b")] });
    const back = (id: string, day: string) => workOf(id, { activityKey: "return-visit", workDate: on(day) });
    const claims = [helped, back("1", "2026-10-01"), back("2", "2026-10-30"), back("3", "2026-10-31")];
    expect(total(claims)).toBe(600);
  });
});

describe("caps", () => {
  it.each([
    [14, 2_800],
    [15, 3_000],
    [16, 3_000],
  ])("C32: of %i people of one kind in a day at most fifteen are paid: %i", (people, points) => {
    expect(total([workOf("1", { units: many(people, { outcome: "with_help" }) })])).toBe(points);
  });

  it("the best paid units are the ones that count", () => {
    const units = [...many(15, { outcome: "knows" }), unitOf(16, { outcome: "proficient" })];
    expect(total([workOf("1", { units })])).toBe(14 * 100 + 400);
  });

  it("C32: a day brings at most 40 points and a month at most 300", () => {
    const evening = (day: number) =>
      workOf(`${day}`, {
        workDate: on(`2026-11-${String(day).padStart(2, "0")}`),
        units: many(11, { outcome: "proficient" }, day * 100),
      });
    expect(total([evening(1)])).toBe(4_000);
    const month = [1, 2, 3, 4, 5, 6, 7].map(evening);
    expect(total(month)).toBe(28_000);
    expect(total([...month, evening(8)])).toBe(30_000);
    expect(due(...month, evening(8)).filter(({ kind }) => kind === "month_cap")).toMatchObject([
      { points: -2_000, workDate: "2026-11-01", claimId: null },
    ]);
  });

  it("caps go by the day of work and the month of work, never by the month of booking", () => {
    const first = workOf("1", { units: many(11) });
    const late = workOf("2", { units: many(11, {}, 50), bookedMonth: 202612 });
    expect(total([first, late])).toBe(4_000);
  });

  it("E01: a person of a priority group adds one point a month, and twenty of them are the most", () => {
    const priority = { isPriority: true, outcome: "knows" } as const;
    const day = (id: string, workDate: string, units: VerifiedClaim["units"]) =>
      workOf(id, { activityKey: "online-safety", workDate: on(workDate), units });
    expect(total([day("1", "2026-11-01", many(1, priority))])).toBe(200);
    const twice = workOf("2", { units: [unitOf(1, priority)] });
    expect(total([day("1", "2026-11-01", many(1, priority)), twice])).toBe(300);
    const month = [1, 2, 3].map((each) => day(`${each}`, `2026-11-0${each}`, many(10, priority, each * 10)));
    expect(total(month.slice(0, 2))).toBe(4_000);
    expect(total(month)).toBe(5_000);
    expect(total([day("1", "2026-11-01", [unitOf(1, { ...priority, personKey: null })])])).toBe(100);
  });

  it("a cap is told in figures: counted 12 of 15", () => {
    const survey = workOf("1", { activityKey: "skill-survey", units: many(15) });
    expect(explainCaps([survey], PROPOSED)).toEqual([
      {
        memberId: "a",
        workMonth: 202611,
        caps: [
          {
            kind: "own_cap",
            activityKey: "skill-survey",
            per: "day",
            workDate: "2026-11-10",
            units: 15,
            counted: 12,
            cap: 12,
            points: -600,
          },
        ],
      },
    ]);
  });

  it("the example month of the proposal comes to 59 points", () => {
    const claims = [
      workOf("1", { units: many(6), workDate: on("2026-11-02") }),
      workOf("2", { activityKey: "eid-level-2", units: many(2), workDate: on("2026-11-03") }),
      workOf("3", { activityKey: "health-book", units: many(2), workDate: on("2026-11-03") }),
      workOf("4", { activityKey: "first-visit", units: many(5), workDate: on("2026-11-02") }),
      workOf("5", { activityKey: "help-point-shift", units: [], minutes: 120, workDate: on("2026-11-05") }),
      workOf("6", { activityKey: "required-training", units: [], workDate: on("2026-11-06") }),
      workOf("7", { units: many(2, {}, 90), workDate: on("2026-09-01"), participants: [doer("z")] }),
      workOf("8", { activityKey: "return-visit", units: many(2, {}, 90), workDate: on("2026-11-07") }),
    ];
    expect(total(claims)).toBe(5_900);
  });

  it("B25: a sweep of twenty doors stops at forty points", () => {
    const doors = ["first-visit", "commune-channel", "skill-survey"].map((activityKey, index) =>
      workOf(`${index}`, { activityKey, units: many(20) }),
    );
    expect(total(doors)).toBe(4_000);
  });
});
