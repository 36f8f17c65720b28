import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { makeVillageMatcher } from "../people/match-village.ts";
import { judgeCarriedPeriod, overlaps, parseCarriedPeriod } from "./carried-period.ts";
import { type CarriedFigure, readFigureSheet } from "./figure-sheet.ts";
import { readFigure } from "./metric.ts";

const start = "2026-03-14" as LocalDate;
const findVillage = makeVillageMatcher([
  { id: 1, name: "Thôn Đông" },
  { id: 2, name: "Thôn Đoài" },
]);
const read = (
  grid: (string | number | null)[][],
  known: readonly CarriedFigure[] = [],
  period: string | null = null,
) => {
  const sheet = readFigureSheet(grid, { known, findVillage, start, period });
  if (!sheet.ok) throw new Error(sheet.code);
  return sheet.rows;
};

describe("a period before the program", () => {
  it.each([
    ["2025", "2025"],
    ["năm 2025", "2025"],
    ["10/2025", "2025-10"],
    ["Tháng 9/2025", "2025-09"],
    ["2025-10-31", "2025-10"],
    ["13/2025", null],
    ["1999", null],
    ["quý 3", null],
  ])("%s is %s", (text, period) => expect(parseCarriedPeriod(text)).toBe(period));

  it.each([
    ["2026-02", true],
    ["2026-03", false],
    ["2026", true],
    ["2027", false],
    ["2025-12", true],
  ])("%s, when the program began on 14 March 2026: %s", (period, isBefore) => {
    expect(judgeCarriedPeriod(period, start).ok).toBe(isBefore);
  });

  it("no part of a year that began with the program came before it", () => {
    expect(judgeCarriedPeriod("2026", "2026-01-05" as LocalDate).ok).toBe(false);
    expect(judgeCarriedPeriod("2025", "2026-01-05" as LocalDate).ok).toBe(true);
  });

  it("a year and its month count twice, two months or the same period do not", () => {
    expect(overlaps("2025", "2025-10")).toBe(true);
    expect(overlaps("2025-10", "2025")).toBe(true);
    expect(overlaps("2025-10", "2025-09")).toBe(false);
    expect(overlaps("2025", "2025")).toBe(false);
  });
});

it.each([
  ["1.234", 1234],
  ["12 000", 12_000],
  ["0", 0],
  ["12,5", null],
  ["1.5", null],
  ["-3", null],
  ["hai", null],
  ["99999999", null],
])("the figure %s is %s", (text, value) => expect(readFigure(text)).toBe(value));

describe("a table of figures", () => {
  const HEADER = ["STT", "Thôn", "Kỳ", "Số lượt hướng dẫn", "Số người được hướng dẫn"];

  it("brings visits and people apart, leaves empty cells alone and stops at the total", () => {
    expect(
      read([
        ["BÁO CÁO"],
        HEADER,
        [1, "Thôn Đông", "2025", "1.200", 800],
        [2, "Đoài", "10/2025", 90, null],
        ["Tổng cộng", null, null, 1290, 800],
      ]),
    ).toMatchObject([
      {
        period: "2025",
        figures: [
          { villageId: 1, metric: "guided_visits", value: 1200, fate: "create" },
          { villageId: 1, metric: "guided_people", value: 800 },
        ],
        problems: [],
      },
      { period: "2025-10", figures: [{ villageId: 2, metric: "guided_visits", value: 90 }] },
    ]);
  });

  it("holds itself against what is there: same, changed, and a year beside its month", () => {
    const known: CarriedFigure[] = [
      { villageId: 1, period: "2025", metric: "guided_visits", value: 1200 },
      { villageId: 2, period: "2025-10", metric: "guided_visits", value: 5 },
    ];
    const rows = read(
      [
        HEADER,
        [1, "Thôn Đông", "2025", 1200, null],
        [2, "Thôn Đoài", "10/2025", 90, null],
        [3, "Thôn Đông", "9/2025", 3, null],
      ],
      known,
    );
    expect(rows.map(({ figures }) => figures[0]?.fate)).toEqual(["same", "update", "create"]);
    expect(rows[2]?.problems).toEqual([
      { code: "figure_counted_twice", metric: "guided_visits", period: "2025" },
    ]);
  });

  it.each([
    [["Thôn Xa", "2025", 1], "figure_village_unknown"],
    [["Thôn Đông", "quý 3", 1], "figure_period_unclear"],
    [["Thôn Đông", "5/2026", 1], "figure_period_after_start"],
    [["Thôn Đông", "2025", "nhiều"], "figure_not_a_number"],
  ])("%j needs a person: %s", (row, code) => {
    expect(read([["Thôn", "Kỳ", "Số lượt"], row])[0]?.problems.map((each) => each.code)).toEqual([code]);
  });

  it("takes the period of the form where the table has none, and sees a village twice", () => {
    const rows = read(
      [
        ["Thôn", "Số lượt"],
        ["Thôn Đông", 1],
        ["Thôn Đông", 2],
      ],
      [],
      "2025",
    );
    expect(rows[1]?.problems).toEqual([{ code: "figure_repeated", metric: "guided_visits", row: 2 }]);
    expect(readFigureSheet([["Thôn", "Ghi chú"]], { known: [], findVillage, start, period: null }).ok).toBe(
      false,
    );
  });
});
