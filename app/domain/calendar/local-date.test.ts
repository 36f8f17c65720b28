import { describe, expect, it } from "vitest";
import {
  addDays,
  addMonths,
  compareDates,
  daysBetween,
  daysInMonth,
  type LocalDate,
  localDateAt,
  makeLocalDate,
  parseLocalDate,
  parseTypedDate,
  startOfDay,
  weekdayOf,
} from "./local-date.ts";

const day = (text: string): LocalDate => {
  const parsed = parseLocalDate(text);
  if (!parsed) throw new Error(`${text} is not a day`);
  return parsed;
};

describe("a calendar day", () => {
  it.each([
    ["2026-02-28", true],
    ["2026-02-29", false],
    ["2028-02-29", true],
    ["2100-02-29", false],
    ["2000-02-29", true],
    ["2026-04-31", false],
    ["2026-12-31", true],
    ["2026-13-01", false],
    ["2026-00-10", false],
    ["2026-01-00", false],
    ["2026-1-1", false],
    ["02026-01-01", false],
    ["2026-01-01T00:00:00Z", false],
    ["", false],
  ])("%s exists: %s", (text, exists) => {
    expect(parseLocalDate(text) !== null).toBe(exists);
  });

  it.each([
    ["5/6/2026", "2026-06-05"],
    ["05/06/2026", "2026-06-05"],
    [" 14-5-2026 ", "2026-05-14"],
    ["14.5.2026", "2026-05-14"],
    ["2026-05-14", "2026-05-14"],
    ["31/4/2026", null],
    ["5/6/26", null],
    ["14 tháng 5", null],
  ])("typed as %s means %s: the day always stands first", (typed, meant) => {
    expect(parseTypedDate(typed)).toBe(meant);
  });

  it("is refused when a part is not a whole number", () => {
    expect(makeLocalDate(2026, 5, 1.5)).toBeNull();
    expect(makeLocalDate(Number.NaN, 5, 1)).toBeNull();
  });

  it.each([
    ["2026-12-31", 1, "2027-01-01"],
    ["2026-12-30", 1, "2026-12-31"],
    ["2027-01-01", -1, "2026-12-31"],
    ["2028-02-28", 1, "2028-02-29"],
    ["2028-02-29", 1, "2028-03-01"],
    ["2027-02-28", 1, "2027-03-01"],
    ["2028-02-29", 366, "2029-03-01"],
    ["1970-01-01", -1, "1969-12-31"],
  ])("%s and %i days is %s", (from, days, expected) => {
    expect(addDays(day(from), days)).toBe(expected);
    expect(daysBetween(day(from), day(expected))).toBe(days);
  });

  it.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2028-02-29", 12, "2029-02-28"],
    ["2026-01-15", -1, "2025-12-15"],
    ["2026-12-15", 1, "2027-01-15"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-05-14", -29, "2023-12-14"],
  ])("%s and %i months is %s", (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });

  it.each([
    ["1970-01-01", 4],
    ["2026-05-14", 4],
    ["2026-11-20", 5],
    ["2026-11-22", 7],
    ["2026-11-23", 1],
    ["1969-12-31", 3],
  ])("%s is day %i of a week that begins on Monday", (text, weekday) => {
    expect(weekdayOf(day(text))).toBe(weekday);
  });

  it("knows the length of February in a leap year and in a common one", () => {
    expect([daysInMonth(2028, 2), daysInMonth(2027, 2), daysInMonth(2100, 2)]).toEqual([29, 28, 28]);
  });

  it("sorts as text", () => {
    expect(compareDates(day("2026-09-30"), day("2026-10-01"))).toBe(-1);
    expect(compareDates(day("2026-10-01"), day("2026-10-01"))).toBe(0);
    expect(compareDates(day("2027-01-01"), day("2026-12-31"))).toBe(1);
  });
});

describe("the day it is in Việt Nam, on a server that keeps UTC", () => {
  it.each([
    ["2026-05-14T16:59:59.999Z", "2026-05-14"],
    ["2026-05-14T17:00:00.000Z", "2026-05-15"],
    ["2026-05-13T23:59:59.999Z", "2026-05-14"],
    ["2026-12-31T16:59:59.000Z", "2026-12-31"],
    ["2026-12-31T17:00:00.000Z", "2027-01-01"],
    ["2028-02-28T17:00:00.000Z", "2028-02-29"],
    ["2028-02-29T17:00:00.000Z", "2028-03-01"],
    ["1969-12-31T17:00:00.000Z", "1970-01-01"],
    ["1969-12-31T16:59:59.999Z", "1969-12-31"],
  ])("%s is %s", (instant, expected) => {
    expect(localDateAt(Date.parse(instant))).toBe(expected);
  });

  it("begins at 17:00 UTC of the day before", () => {
    expect(startOfDay(day("2026-05-14"))).toBe(Date.parse("2026-05-13T17:00:00.000Z"));
    expect(startOfDay(day("2027-01-01"))).toBe(Date.parse("2026-12-31T17:00:00.000Z"));
  });
});
