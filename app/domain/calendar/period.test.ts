import { describe, expect, it } from "vitest";
import { type LocalDate, parseLocalDate } from "./local-date.ts";
import {
  makePeriod,
  monthsOf,
  nextPeriod,
  parsePeriodKey,
  periodHolding,
  periodKey,
  previousPeriod,
} from "./period.ts";

const day = (text: string): LocalDate => {
  const parsed = parseLocalDate(text);
  if (!parsed) throw new Error(`${text} is not a day`);
  return parsed;
};

describe("a month of the plan", () => {
  it.each([
    [1, 5, "2026-05-01", "2026-05-31"],
    [1, 2, "2026-02-01", "2026-02-28"],
    [1, 12, "2026-12-01", "2026-12-31"],
    [10, 5, "2026-04-10", "2026-05-09"],
    [15, 5, "2026-04-15", "2026-05-14"],
    [15, 1, "2025-12-15", "2026-01-14"],
    [15, 3, "2026-02-15", "2026-03-14"],
    [28, 3, "2026-02-28", "2026-03-27"],
  ])("that starts on day %i: month %i of 2026 is %s to %s", (startDay, month, first, last) => {
    expect(makePeriod("month", 2026, month, startDay)).toMatchObject({ firstDay: first, lastDay: last });
  });

  it("takes in 29 February of a leap year", () => {
    expect(makePeriod("month", 2028, 2, 1).lastDay).toBe("2028-02-29");
    expect(periodKey(periodHolding("month", day("2028-02-29"), 15))).toBe("2028-03");
  });

  it.each([
    [14, "2026-05-13", "2026-05"],
    [14, "2026-05-14", "2026-06"],
    [15, "2026-05-13", "2026-05"],
    [15, "2026-05-14", "2026-05"],
    [15, "2026-05-15", "2026-06"],
    [15, "2026-12-14", "2026-12"],
    [15, "2026-12-15", "2027-01"],
    [15, "2026-12-31", "2027-01"],
    [1, "2026-12-30", "2026-12"],
    [1, "2026-12-31", "2026-12"],
    [1, "2027-01-01", "2027-01"],
  ])("that starts on day %i holds %s in %s", (startDay, date, key) => {
    expect(periodKey(periodHolding("month", day(date), startDay))).toBe(key);
  });
});

describe("longer periods", () => {
  it("follow the state's rule when a month starts on the 15th", () => {
    expect(makePeriod("quarter", 2026, 1, 15)).toMatchObject({
      firstDay: "2025-12-15",
      lastDay: "2026-03-14",
    });
    expect(makePeriod("half", 2026, 1, 15)).toMatchObject({ firstDay: "2025-12-15", lastDay: "2026-06-14" });
    expect(makePeriod("year", 2026, 1, 15)).toMatchObject({ firstDay: "2025-12-15", lastDay: "2026-12-14" });
  });

  it("hold the day their months hold", () => {
    expect(periodKey(periodHolding("quarter", day("2026-12-15"), 15))).toBe("2027-Q1");
    expect(periodKey(periodHolding("half", day("2026-06-14"), 15))).toBe("2026-H1");
    expect(periodKey(periodHolding("half", day("2026-06-15"), 15))).toBe("2026-H2");
    expect(periodKey(periodHolding("year", day("2026-12-31"), 1))).toBe("2026");
  });

  it("are made of their months", () => {
    expect(monthsOf(makePeriod("quarter", 2026, 2, 15)).map(periodKey)).toEqual([
      "2026-04",
      "2026-05",
      "2026-06",
    ]);
    expect(monthsOf(makePeriod("month", 2026, 7, 1)).map(periodKey)).toEqual(["2026-07"]);
  });

  it("follow one another across the turn of the year", () => {
    expect(periodKey(nextPeriod(makePeriod("month", 2026, 12, 15)))).toBe("2027-01");
    expect(periodKey(previousPeriod(makePeriod("quarter", 2026, 1, 1)))).toBe("2025-Q4");
    expect(periodKey(nextPeriod(makePeriod("half", 2026, 2, 28)))).toBe("2027-H1");
  });
});

describe("a period's key", () => {
  it.each(["2026-05", "2026-Q4", "2026-H2", "2026"])("%s reads back as itself", (key) => {
    const period = parsePeriodKey(key, 15);
    expect(period && periodKey(period)).toBe(key);
  });

  it.each(["2026-13", "2026-00", "2026-Q5", "2026-H3", "26-05", "2026-5", "1900", "9999", "2026-Q1-x", ""])(
    "%s names no period",
    (key) => {
      expect(parsePeriodKey(key, 15)).toBeNull();
    },
  );
});

describe("an impossible period", () => {
  it.each([0, 29, 30, 31, 1.5])("cannot start on day %d", (startDay) => {
    expect(() => makePeriod("month", 2026, 1, startDay)).toThrow("cannot start");
  });

  it("cannot be a fifth quarter", () => {
    expect(() => makePeriod("quarter", 2026, 5, 1)).toThrow("no quarter 5");
  });
});
