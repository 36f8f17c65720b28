import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { type Cutoff, cutoffMoments, judgeCutoff, REPORT_STAGES } from "./cutoff.ts";
import {
  addDays,
  addMonths,
  daysBetween,
  type LocalDate,
  localDateAt,
  makeLocalDate,
  partsOf,
  startOfDay,
  weekdayOf,
} from "./local-date.ts";
import {
  holdsDay,
  makePeriod,
  monthsOf,
  nextPeriod,
  parsePeriodKey,
  periodHolding,
  periodKey,
  previousPeriod,
} from "./period.ts";

const anyDate = fc
  .record({
    year: fc.integer({ min: 1950, max: 2400 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map(({ year, month, day }) => makeLocalDate(year, month, day))
  .filter((date): date is LocalDate => date !== null);
const anyStartDay = fc.integer({ min: 1, max: 28 });
const anyYear = fc.integer({ min: 1950, max: 2400 });
const anyKind = fc.constantFrom("month", "quarter", "half", "year");

describe("days", () => {
  test.prop([anyDate, fc.integer({ min: -100_000, max: 100_000 })])(
    "adding and taking away meet again",
    (date, days) => {
      expect(addDays(addDays(date, days), -days)).toBe(date);
      expect(daysBetween(date, addDays(date, days))).toBe(days);
    },
  );

  test.prop([anyDate])("agree with the calendar of the language", (date) => {
    const { year, month, day } = partsOf(date);
    const reference = new Date(Date.UTC(year, month - 1, day));
    expect(startOfDay(date)).toBe(reference.getTime() - 7 * 3_600_000);
    expect(weekdayOf(date)).toBe(reference.getUTCDay() === 0 ? 7 : reference.getUTCDay());
  });

  test.prop([fc.integer({ min: 0, max: 7_258_118_400_000 })])(
    "hold exactly the instants between their beginnings",
    (instant) => {
      const date = localDateAt(instant);
      expect(startOfDay(date)).toBeLessThanOrEqual(instant);
      expect(instant).toBeLessThan(startOfDay(addDays(date, 1)));
    },
  );

  test.prop([anyDate, fc.integer({ min: -600, max: 600 })])(
    "a month later never skips a month",
    (date, months) => {
      const moved = addMonths(date, months);
      const from = partsOf(date);
      const to = partsOf(moved);
      expect(to.year * 12 + to.month - (from.year * 12 + from.month)).toBe(months);
      expect(to.day).toBeLessThanOrEqual(from.day);
    },
  );
});

describe("periods tile the year", () => {
  test.prop([anyYear, anyStartDay])(
    "months, quarters and halves cover it without a gap or an overlap",
    (year, startDay) => {
      const whole = makePeriod("year", year, 1, startDay);
      for (const [kind, count] of [
        ["month", 12],
        ["quarter", 4],
        ["half", 2],
      ] as const) {
        const parts = Array.from({ length: count }, (_, index) =>
          makePeriod(kind, year, index + 1, startDay),
        );
        expect(parts[0]?.firstDay).toBe(whole.firstDay);
        expect(parts.at(-1)?.lastDay).toBe(whole.lastDay);
        for (const [index, part] of parts.entries()) {
          const before = parts[index - 1];
          if (before) expect(part.firstDay).toBe(addDays(before.lastDay, 1));
        }
      }
      expect(makePeriod("year", year + 1, 1, startDay).firstDay).toBe(addDays(whole.lastDay, 1));
    },
  );

  test.prop([anyDate, anyStartDay, anyKind])(
    "each day lies in exactly one period of a kind",
    (date, startDay, kind) => {
      const period = periodHolding(kind, date, startDay);
      expect(holdsDay(period, date)).toBe(true);
      expect(holdsDay(nextPeriod(period), date)).toBe(false);
      expect(holdsDay(previousPeriod(period), date)).toBe(false);
      expect(previousPeriod(nextPeriod(period))).toEqual(period);
      expect(monthsOf(period).filter((month) => holdsDay(month, date))).toHaveLength(1);
      expect(parsePeriodKey(periodKey(period), startDay)).toEqual(period);
    },
  );

  test.prop([anyDate, anyStartDay])("a month is named for the month of its last day", (date, startDay) => {
    const period = periodHolding("month", date, startDay);
    expect(partsOf(period.lastDay)).toMatchObject({ year: period.year, month: period.ordinal });
  });
});

const anyDue = fc.record({
  day: fc.integer({ min: -1, max: 32 }),
  inMonth: fc.constantFrom("named" as const, "next" as const),
  strictlyBefore: fc.boolean(),
});
const anyCutoff: fc.Arbitrary<Cutoff> = fc.record({
  startDay: fc.integer({ min: 0, max: 29 }),
  graceDays: fc.integer({ min: -1, max: 21 }),
  due: fc.record({ team: anyDue, office: anyDue }),
});

describe("an accepted cut-off", () => {
  test.prop([anyCutoff, anyYear, fc.integer({ min: 1, max: 12 })])(
    "leaves every report of every year a whole day after its figures stand",
    (cutoff, year, month) => {
      fc.pre(judgeCutoff(cutoff).ok);
      const moments = cutoffMoments(cutoff, makePeriod("month", year, month, cutoff.startDay));
      for (const stage of REPORT_STAGES) {
        expect(moments.lateFrom[stage] - moments.graceEnds).toBeGreaterThanOrEqual(24 * 3_600_000);
      }
      expect(moments.periodEnds).toBeLessThanOrEqual(moments.graceEnds);
    },
  );
});
