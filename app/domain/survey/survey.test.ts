import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import {
  canonicalAnswers,
  type HouseholdAnswers,
  isComplete,
  isWork,
  judgeAnswers,
  sameAsBefore,
  settleAnswers,
} from "./answers.ts";
import { formOf, newestForm, QUESTIONS, SURVEY_FORMS } from "./questions.ts";
import { addParts, rateOf, shareOf } from "./rates.ts";
import { judgeAsking, retentionEnds, stateOfRound } from "./round.ts";

const form = formOf(1);
const day = (text: string) => text as LocalDate;
const blank: HouseholdAnswers = { outcome: null, answers: {}, groups: {}, note: null, adults: [] };
const whole = { phone: ["smart"], sim: ["4g"], eid: ["level_2"], payment: ["yes"], skill: ["2"] };
const home = { network: ["fixed"], produces: ["crops"], sells_online: ["no"] };
const settled = (wish: Partial<HouseholdAnswers>) => settleAnswers(form, { ...blank, ...wish });

describe("a form of the survey", () => {
  it("F02: asks the same questions for ever under one version; a new set is a new version", () => {
    expect(SURVEY_FORMS.map(({ version }) => version)).toEqual(SURVEY_FORMS.map((_, index) => index + 1));
    for (const { household, adult } of SURVEY_FORMS) {
      expect(household.every((key) => QUESTIONS[key].about === "household")).toBe(true);
      expect(adult.every((key) => QUESTIONS[key].about === "adult")).toBe(true);
    }
    expect(newestForm().version).toBe(SURVEY_FORMS.length);
    expect(() => formOf(99)).toThrow();
  });

  it("F01: takes what it offers and nothing else; none stands alone", () => {
    const judge = (wish: Partial<HouseholdAnswers>) => judgeAnswers(form, { ...blank, ...wish }, 2);
    expect(judge({ answers: home, adults: [{ slot: 1, outcome: null, answers: whole }] }).ok).toBe(true);
    for (const answers of [
      { devices: ["camera"] },
      { network: ["fast"] },
      { network: ["mobile", "fixed"] },
      { network: [] },
    ])
      expect(judge({ answers })).toMatchObject({ code: "survey_question_unknown" });
    expect(judge({ answers: { produces: ["none", "crops"] } })).toMatchObject({
      code: "survey_none_and_more",
    });
    expect(judge({ groups: { elderly: 3 } })).toMatchObject({ code: "survey_group_too_many", maximum: 2 });
  });

  it("F01: what is partly answered is kept as such; refused and absent are answers", () => {
    const partly = settled({
      answers: home,
      adults: [{ slot: 1, outcome: null, answers: { phone: ["smart"] } }],
    });
    expect(partly).toMatchObject({
      outcome: "answered",
      adults: [{ outcome: null, answers: { phone: ["smart"] } }],
    });
    expect([isComplete(partly, 2), isWork(partly, 2)]).toEqual([false, false]);
    const mixed = settled({
      answers: home,
      adults: [
        { slot: 1, outcome: null, answers: whole },
        { slot: 2, outcome: "absent", answers: { phone: ["smart"] } },
      ],
    });
    expect(mixed.adults.map(({ outcome }) => outcome)).toEqual(["answered", "absent"]);
    expect(mixed.adults[1]?.answers).toEqual({});
    expect([isComplete(mixed, 2), isWork(mixed, 2), isComplete(mixed, 3)]).toEqual([true, true, false]);
    const shut = settled({ outcome: "refused", answers: home });
    expect(shut).toMatchObject({ outcome: "refused", answers: {} });
    expect([isComplete(shut, 2), isWork(shut, 2)]).toEqual([true, false]);
    const silent = settled({ answers: home, adults: [{ slot: 1, outcome: "refused", answers: {} }] });
    expect([isComplete(silent, 1), isWork(silent, 1)]).toEqual([true, false]);
  });

  it("F02: the last round's answers fill the next form as far as it asks the same", () => {
    const before = settled({
      answers: home,
      note: "Nhà ở cuối ngõ",
      adults: [{ slot: 1, outcome: null, answers: whole }],
    });
    const next = sameAsBefore(formOf(2), before);
    expect(next).toMatchObject({ outcome: null, note: null, answers: home });
    expect(next.adults[0]).toMatchObject({ slot: 1, outcome: null, answers: whole });
    expect(sameAsBefore(form, before)).toMatchObject({
      outcome: "answered",
      adults: [{ outcome: "answered" }],
    });
  });

  it("is known by its content, not by its order", () => {
    const left = canonicalAnswers(settled({ answers: { produces: ["crops", "shop"], network: ["fixed"] } }));
    const right = canonicalAnswers(settled({ answers: { network: ["fixed"], produces: ["shop", "crops"] } }));
    expect(left).toBe(right);
    expect(canonicalAnswers(settled({ answers: { network: ["mobile"] } }))).not.toBe(left);
  });
});

describe("a rate", () => {
  const sheets = [
    { answers: { phone: ["smart"], sim: ["4g"], eid: ["level_2"] }, count: 3 },
    { answers: { phone: ["basic"], sim: ["2g"], eid: ["none"] }, count: 2 },
    { answers: { phone: ["none"], sim: ["none"] }, count: 1 },
    { answers: null, count: 1 },
  ] as const;

  it("F01: keeps numerator, denominator and unknown apart; who did not answer is not against it", () => {
    expect(rateOf("eid_level_2", sheets, 10)).toEqual({ numerator: 3, denominator: 5, unknown: 5 });
    expect(rateOf("smartphone", sheets, 10)).toEqual({ numerator: 3, denominator: 6, unknown: 4 });
    expect(rateOf("sim_2g", sheets, 7)).toEqual({ numerator: 2, denominator: 5, unknown: 1 });
    expect(rateOf("without_smartphone", sheets, 7)).toEqual({ numerator: 3, denominator: 6, unknown: 1 });
  });

  it("F01: of nobody is no rate, never zero per cent", () => {
    expect(shareOf(rateOf("payment", sheets, 10))).toBeNull();
    expect(shareOf(addParts([rateOf("eid_level_2", sheets, 7), rateOf("eid_level_2", [], 9)]))).toBe(6_000);
  });
});

describe("a round", () => {
  it("F02: takes answers from its first to its last day", () => {
    const days = { firstDay: day("2026-10-01"), lastDay: day("2026-10-31") };
    expect(
      ["2026-09-30", "2026-10-01", "2026-10-31", "2026-11-01"].map((on) => stateOfRound(days, day(on))),
    ).toEqual(["coming", "running", "running", "over"]);
    expect(judgeAsking(days, day("2026-11-01"))).toMatchObject({ code: "survey_round_not_open" });
  });

  it("F06: what it knows of persons is kept for months counted from the end of its year", () => {
    expect(retentionEnds(day("2024-03-15"), 24)).toBe("2027-01-01");
    expect(retentionEnds(day("2024-12-31"), 6)).toBe("2025-07-01");
  });
});
