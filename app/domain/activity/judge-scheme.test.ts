import { describe, expect, it } from "vitest";
import { PROPOSED } from "#tests/support/work-samples.ts";
import type { LocalDate } from "../calendar/local-date.ts";
import { type EffectFacts, judgeEffect, judgePublisher, judgeScheme } from "./judge-scheme.ts";
import type { Scheme } from "./scheme.ts";

const day = (text: string) => text as LocalDate;

describe("a scheme", () => {
  it("that every plan proposes is sound", () => {
    expect(judgeScheme(PROPOSED)).toEqual({ ok: true, value: PROPOSED });
  });

  it.each([
    ["no points", { limits: { perDay: 0 } }],
    ["a day above the month", { limits: { perDay: 30_001 } }],
    ["priority points above the month", { limits: { priorityPerMonth: 30_001 } }],
    ["a campaign that more than triples", { limits: { campaignFactorAtMost: 300 } }],
  ])("with %s is refused", (_, { limits }) => {
    const crossed: Scheme = { ...PROPOSED, limits: { ...PROPOSED.limits, ...limits } };
    expect(judgeScheme(crossed)).toEqual({ ok: false, code: "scheme_limits_crossed" });
  });

  it("whose bonus could never be paid in full is refused", () => {
    const [first, ...rest] = PROPOSED.activities;
    if (!first) throw new Error("nothing is proposed");
    const bonuses = [{ key: "x", text: "x", each: 300, atMost: 200 }];
    expect(judgeScheme({ ...PROPOSED, activities: [{ ...first, bonuses }, ...rest] })).toEqual({
      ok: false,
      code: "scheme_bonus_crossed",
      key: "x",
    });
  });
});

describe("the day rules take effect", () => {
  const facts: EffectFacts = {
    today: day("2026-12-31"),
    startDay: 1,
    lastEffectiveOn: day("2026-01-01"),
    openedUntil: day("2026-12-31"),
  };

  it.each(["2027-01-01", "2027-06-01"])("T6: may be %s, the first of a month to come", (on) => {
    expect(judgeEffect(day(on), facts)).toEqual({ ok: true, value: on });
  });

  it("T6: is never in a month that has begun, nor in one that was opened early", () => {
    expect(judgeEffect(day("2026-12-01"), facts)).toMatchObject({ earliest: "2027-01-01" });
    expect(judgeEffect(day("2027-01-01"), { ...facts, openedUntil: day("2027-01-31") })).toEqual({
      ok: false,
      code: "scheme_not_future",
      earliest: "2027-02-01",
    });
  });

  it("follows the newest version there is", () => {
    const coming = { ...facts, lastEffectiveOn: day("2027-03-01") };
    expect(judgeEffect(day("2027-03-01"), coming)).toEqual({
      ok: false,
      code: "scheme_before_last",
      last: "2027-03-01",
    });
  });
});

it("T6: nobody publishes what they proposed, and nothing is published that nobody proposed", () => {
  expect(judgePublisher("a", "b").ok).toBe(true);
  expect(judgePublisher("a", "a")).toEqual({ ok: false, code: "scheme_needs_another_person" });
  expect(judgePublisher(null, "b")).toEqual({ ok: false, code: "scheme_not_proposed" });
});
