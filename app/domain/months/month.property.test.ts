import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import type { Cutoff } from "../calendar/cutoff.ts";
import { addDays, daysBetween, type LocalDate, startOfDay } from "../calendar/local-date.ts";
import { fitMonth, frameMonth, MONTH_STATES, type MonthFrame, nextState, stateDueAt } from "./month.ts";

const FIRST = "2026-11-20" as LocalDate;
const anyCutoff: fc.Arbitrary<Cutoff> = fc
  .record({ startDay: fc.integer({ min: 1, max: 28 }), graceDays: fc.integer({ min: 0, max: 10 }) })
  .map(({ startDay, graceDays }) => ({
    startDay,
    graceDays,
    due: {
      team: { day: 14, inMonth: "next", strictlyBefore: true },
      office: { day: 20, inMonth: "next", strictlyBefore: true },
    },
  }));

/** Opens months as the clock does: day by day, each under the rules of its own day. */
function walk(cutoffs: readonly Cutoff[], days: number): MonthFrame[] {
  const months: MonthFrame[] = [];
  for (let step = 0; step < days; step++) {
    const day = addDays(FIRST, step);
    const cutoff = cutoffs[Math.floor((step / days) * cutoffs.length)];
    if (!cutoff) throw new Error("no cutoff");
    const last = months.at(-1);
    if (last && day <= last.lastDay) continue;
    const opened = fitMonth(cutoff, day, last ?? null, null);
    if (!opened) throw new Error(`no month for ${day}`);
    months.push(opened);
  }
  return months;
}

describe("months", () => {
  test.prop([fc.array(anyCutoff, { minLength: 1, maxLength: 5 }), fc.integer({ min: 30, max: 800 })])(
    "tile the days whatever day the plan lets them begin on, with growing numbers and moments in order",
    (cutoffs, days) => {
      const months = walk(cutoffs, days);
      for (const [index, month] of months.entries()) {
        const before = months[index - 1];
        if (before) {
          expect(month.firstDay).toBe(addDays(before.lastDay, 1));
          expect(month.id).toBeGreaterThan(before.id);
        }
        expect(daysBetween(month.firstDay, month.lastDay)).toBeGreaterThanOrEqual(0);
        expect(month.graceEndsAt).toBeGreaterThanOrEqual(startOfDay(addDays(month.lastDay, 1)));
        expect(month.appealsEndAt - month.graceEndsAt).toBeGreaterThanOrEqual(5 * 86_400_000);
      }
    },
  );

  test.prop([anyCutoff, fc.integer({ min: 0, max: 400 })])(
    "without a change of plan are the plan's own frames",
    (cutoff, step) => {
      const day = addDays(FIRST, step);
      expect(fitMonth(cutoff, day, null, null)).toEqual(frameMonth(cutoff, day));
    },
  );

  test.prop([anyCutoff, anyCutoff, fc.integer({ min: 0, max: 60 })])(
    "opened backwards for late work never reach into a neighbour",
    (older, newer, step) => {
      const after = frameMonth(newer, FIRST);
      const day = addDays(after.firstDay, -1 - step);
      const opened = fitMonth(older, day, null, after);
      if (opened === null) return;
      expect(opened.lastDay < after.firstDay).toBe(true);
      expect(opened.id).toBeLessThan(after.id);
      expect(opened.firstDay <= day && day <= opened.lastDay).toBe(true);
    },
  );

  test.prop([anyCutoff, fc.integer({ min: -40, max: 120 }), fc.constantFrom(...MONTH_STATES)])(
    "move one state at a time and never back",
    (cutoff, dayOffset, state) => {
      const month = { ...frameMonth(cutoff, FIRST), state };
      const now = startOfDay(FIRST) + dayOffset * 86_400_000;
      const next = nextState(month, now);
      const [at, due] = [MONTH_STATES.indexOf(state), MONTH_STATES.indexOf(stateDueAt(month, now))];
      expect(next).toBe(at < due ? MONTH_STATES[at + 1] : null);
    },
  );
});
