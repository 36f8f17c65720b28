import { expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { daysLateOf, mayRemind } from "./order.ts";

const day = (text: string) => text as LocalDate;
const part = { percent: 0, dueOn: day("2026-11-20"), isWithdrawn: false };

it("A40: the due day is wholly its own; the next is one day late, and what is done or taken back never is", () => {
  expect(daysLateOf(part, day("2026-11-20"))).toBeNull();
  expect(daysLateOf(part, day("2026-11-21"))).toBe(1);
  expect(daysLateOf({ ...part, percent: 100 }, day("2026-12-21"))).toBeNull();
  expect(daysLateOf({ ...part, isWithdrawn: true }, day("2026-12-21"))).toBeNull();
});

it("A40: nobody is reminded twice in a day", () => {
  expect([mayRemind(null, 0), mayRemind(0, 20 * 3_600_000 - 1), mayRemind(0, 20 * 3_600_000)]).toEqual([
    true,
    false,
    true,
  ]);
});
