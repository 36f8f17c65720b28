import { inspect } from "node:util";
import { afterEach, beforeEach, expect, vi } from "vitest";

type Level = "error" | "warn";

interface Announcement {
  readonly level: Level;
  readonly pattern: RegExp;
  isMet: boolean;
}

let announced: Announcement[] = [];
let unannounced: string[] = [];

/** Says that the test makes the program complain once, in words that match; any other complaint fails the test. */
export function expectConsoleError(pattern: RegExp = /./s): void {
  announced.push({ level: "error", pattern, isMet: false });
}

export function expectConsoleWarning(pattern: RegExp = /./s): void {
  announced.push({ level: "warn", pattern, isMet: false });
}

function hear(level: Level, words: readonly unknown[]): void {
  const text = words.map((word) => (typeof word === "string" ? word : inspect(word))).join(" ");
  const match = announced.find((each) => each.level === level && !each.isMet && each.pattern.test(text));
  if (match) match.isMet = true;
  else unannounced.push(`console.${level}: ${text}`);
}

beforeEach(() => {
  announced = [];
  unannounced = [];
  vi.spyOn(console, "error").mockImplementation((...words) => hear("error", words));
  vi.spyOn(console, "warn").mockImplementation((...words) => hear("warn", words));
});

// An unhandled rejection needs nothing here: vitest fails the run that has one.
afterEach(() => {
  expect(unannounced, "complaints that nobody announced").toEqual([]);
  const unmet = announced
    .filter((each) => !each.isMet)
    .map((each) => `console.${each.level} ${each.pattern}`);
  expect(unmet, "announced complaints that never came").toEqual([]);
});
