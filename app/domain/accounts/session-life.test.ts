import { describe, expect, it } from "vitest";
import { isFresh, isIdle, isTouchDue, sessionExpiry } from "./session-life.ts";

const NOW = Date.UTC(2026, 10, 20, 2);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe("the life of a session", () => {
  it.each([
    ["password", false, 30 * DAY],
    ["password", true, 15 * MINUTE],
    ["second_factor", false, 12 * HOUR],
    ["unlock", false, DAY],
  ] as const)("by %s, half way: %s, ends after %d ms at the latest", (assurance, halfWay, lifeMs) => {
    expect(sessionExpiry(assurance, halfWay, NOW).getTime() - NOW).toBe(lifeMs);
  });

  it.each([
    ["password", 7 * DAY],
    ["second_factor", 2 * HOUR],
    ["unlock", 12 * HOUR],
  ] as const)("by %s falls asleep only after %d ms unused", (assurance, idleMs) => {
    expect(isIdle(assurance, NOW, NOW + idleMs)).toBe(false);
    expect(isIdle(assurance, NOW, NOW + idleMs + 1)).toBe(true);
  });

  it("holds a proof fresh for ten minutes and is written down once a minute", () => {
    expect([isFresh(NOW, NOW + 10 * MINUTE), isFresh(NOW, NOW + 10 * MINUTE + 1)]).toEqual([true, false]);
    expect([isTouchDue(NOW, NOW + MINUTE - 1), isTouchDue(NOW, NOW + MINUTE)]).toEqual([false, true]);
  });
});
