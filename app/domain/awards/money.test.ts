import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import { addDays, type LocalDate } from "../calendar/local-date.ts";
import { AWARD_FORMS, RECIPIENT_KINDS } from "./award.ts";
import { BASE_SALARIES, baseSalaryOn, coefficientOf, type MoneyLine, moneyOf, moneyOfList } from "./money.ts";

const day = (text: string) => text as LocalDate;

describe("money of an award", () => {
  it.each([
    ["2026-07-01", "village", 1_520_000],
    ["2026-07-01", "member", 760_000],
    ["2026-07-01", "household", 1_140_000],
    ["2026-06-30", "team", 1_410_000],
    ["2026-06-30", "member", 710_000],
    ["2026-06-30", "household", 1_060_000],
  ] as const)("K04: a giấy khen decided on %s for a %s is %d đồng", (on, kind, dong) => {
    const line = { id: "1", recipient: `${kind}:1`, kind, form: "commendation" as const };
    expect(moneyOfList([line], day(on)).totalDong).toBe(dong);
  });

  it("goes by the base salary of the day of the decision, and knows none before the first", () => {
    expect(baseSalaryOn(day("2026-06-30"))?.dong).toBe(2_340_000);
    expect(baseSalaryOn(day("2026-07-01"))?.document).toBe("161/2026/NĐ-CP");
    expect(baseSalaryOn(day("2020-01-01"))).toBeNull();
  });

  it("pays only the highest of several titles, and a form beside it", () => {
    const line = (id: string, form: MoneyLine["form"]): MoneyLine => ({
      id,
      recipient: "member:a",
      kind: "member",
      form,
    });
    const { lines, totalDong } = moneyOfList(
      [line("1", "advanced_worker"), line("2", "grassroots_fighter"), line("3", "commendation")],
      day("2026-12-20"),
    );
    expect(lines.map(({ isCovered }) => isCovered)).toEqual([true, false, false]);
    expect(totalDong).toBe(2_530_000 + 760_000);
  });

  it("gives no form to whom it is not for", () => {
    expect(coefficientOf("grassroots_fighter", "village")).toBeNull();
    expect(coefficientOf("advanced_collective", "member")).toBeNull();
    expect(coefficientOf("culture_village", "team")).toBeNull();
  });

  test.prop([fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1_000_000, max: 9_999_999 })])(
    "is rounded up to ten thousand đồng, never down, and by less than ten thousand",
    (perMille, base) => {
      const dong = moneyOf(perMille, base);
      expect(dong % 10_000).toBe(0);
      expect(dong * 1000).toBeGreaterThanOrEqual(perMille * base);
      expect((dong - 10_000) * 1000).toBeLessThan(perMille * base);
    },
  );

  test.prop([
    fc.uniqueArray(
      fc.record({
        id: fc.string({ minLength: 1, maxLength: 3 }),
        recipient: fc.constantFrom("member:a", "member:b", "village:1"),
        form: fc.constantFrom(...AWARD_FORMS),
      }),
      { selector: ({ id }) => id, maxLength: 12 },
    ),
    fc.integer({ min: 0, max: 400 }),
  ])("of a list is the same in every order, and no recipient is paid two titles", (raw, later) => {
    const lines = raw.map((line) => ({
      ...line,
      kind: line.recipient.split(":")[0] as "member" | "village",
    }));
    const on = addDays(BASE_SALARIES[0]?.from ?? day("2026-07-01"), later);
    const list = moneyOfList(lines, on);
    expect(moneyOfList(lines.toReversed(), on).totalDong).toBe(list.totalDong);
    const isPaidTitle = (index: number) =>
      lines[index]?.form !== "commendation" && (list.lines[index]?.dong ?? 0) > 0;
    const titled = lines.flatMap(({ recipient }, index) => (isPaidTitle(index) ? [recipient] : []));
    expect(new Set(titled).size).toBe(titled.length);
  });

  test.prop([fc.constantFrom(...AWARD_FORMS), fc.constantFrom(...RECIPIENT_KINDS)])(
    "has a whole coefficient or none",
    (form, kind) => {
      const coefficient = coefficientOf(form, kind);
      expect(coefficient === null || (Number.isInteger(coefficient) && coefficient > 0)).toBe(true);
    },
  );
});
