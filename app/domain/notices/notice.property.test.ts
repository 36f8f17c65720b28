import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { type CallSettings, DEFAULT_CALL_SETTINGS, dueCalls, isQuiet } from "./call.ts";
import { gatherNotices, NOTICE_KINDS, type NoticeEvent } from "./notice.ts";

const NOON = Date.parse("2026-11-20T12:00:00+07:00");
const anyInstant = fc.integer({ min: NOON - 5 * 86_400_000, max: NOON + 86_400_000 });
const anyEvent: fc.Arbitrary<NoticeEvent> = fc.oneof(
  fc.record({
    is: fc.constant("decision" as const),
    at: anyInstant,
    claimId: fc.uuid(),
    activityKey: fc.constant("eid-level-2"),
    workDate: fc.constant("2026-11-19" as LocalDate),
    verdict: fc.constantFrom("approve", "return", "reject", "reverse", "amend"),
    reason: fc.constant(null),
    reasonCode: fc.constant(null),
    points: fc.integer({ min: -500, max: 500 }),
  }),
  fc.record({ is: fc.constant("thanks" as const), at: anyInstant, claimId: fc.uuid(), from: fc.string() }),
  fc.record({
    is: fc.constant("month" as const),
    at: anyInstant,
    monthId: fc.constantFrom(202610, 202611),
    state: fc.constantFrom("provisional", "sealed"),
    points: fc.nat(),
  }),
);
const anySettings: fc.Arbitrary<CallSettings> = fc.record({
  kindsOff: fc.subarray([...NOTICE_KINDS]),
  quietFrom: fc.integer({ min: 0, max: 23 }),
  quietUntil: fc.integer({ min: 0, max: 23 }),
  digestAt: fc.option(fc.integer({ min: 0, max: 23 })),
});

describe("notices", () => {
  test.prop([
    fc
      .array(anyEvent, { maxLength: 30 })
      .chain((events) =>
        fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
      ),
  ])(
    "are the same whatever order things happened to be read in, and leave nothing out",
    ([events, shuffled]) => {
      const notices = gatherNotices(events);
      expect(gatherNotices(shuffled)).toEqual(notices);
      expect(notices.reduce((sum, notice) => sum + notice.events.length, 0)).toBe(events.length);
      expect(notices.map(({ at }) => at)).toEqual(
        notices.map(({ at }) => at).sort((left, right) => right - left),
      );
    },
  );

  it("make one line of a day's verified work, and one of each record that came back", () => {
    const decided = (verdict: "approve" | "return", hour: number): NoticeEvent => ({
      is: "decision",
      at: NOON + hour * 3_600_000,
      claimId: `claim-${verdict}-${hour}`,
      activityKey: "eid-level-2",
      workDate: "2026-11-19" as LocalDate,
      verdict,
      reason: null,
      reasonCode: null,
      points: 300,
    });
    const notices = gatherNotices([
      decided("approve", 0),
      decided("approve", 1),
      decided("return", 2),
      decided("return", 3),
    ]);
    expect(notices.map(({ kind, events }) => [kind, events.length])).toEqual([
      ["returned", 1],
      ["returned", 1],
      ["verified", 2],
    ]);
  });
});

describe("calls to a phone", () => {
  test.prop([fc.array(anyEvent, { maxLength: 30 }), anySettings, fc.array(anyInstant, { maxLength: 8 })])(
    "name each notice at most once, never in quiet hours, never of a kind that is off",
    (events, settings, times) => {
      const called: string[] = [];
      let until = 0;
      for (const now of times.sort((left, right) => left - right)) {
        // What is not there yet cannot be read.
        const notices = gatherNotices(events.filter(({ at }) => at <= now));
        const due = dueCalls(notices, settings, until, now);
        if (due.length === 0) continue;
        expect(isQuiet(settings, now)).toBe(false);
        for (const { kind, key, at } of due) {
          expect(settings.kindsOff).not.toContain(kind);
          called.push(`${key}@${at}`);
        }
        until = now;
      }
      expect(new Set(called).size).toBe(called.length);
    },
  );

  it("wait through the night and come in the morning", () => {
    const at = (text: string) => Date.parse(`${text}+07:00`);
    const event: NoticeEvent = {
      is: "award",
      at: at("2026-11-20T22:30:00"),
      awardId: "a",
      title: "x",
      isRevoked: false,
    };
    const calls = (now: string) =>
      dueCalls(gatherNotices([event]), DEFAULT_CALL_SETTINGS, at("2026-11-20T20:00:00"), at(now)).length;
    expect([
      calls("2026-11-20T22:31:00"),
      calls("2026-11-21T05:59:59"),
      calls("2026-11-21T06:00:00"),
    ]).toEqual([0, 0, 1]);
  });

  it("come once a day at the hour of the digest", () => {
    const at = (text: string) => Date.parse(`${text}+07:00`);
    const settings = { ...DEFAULT_CALL_SETTINGS, digestAt: 18 };
    const event: NoticeEvent = {
      is: "award",
      at: at("2026-11-20T09:00:00"),
      awardId: "a",
      title: "x",
      isRevoked: false,
    };
    const calls = (until: string, now: string) =>
      dueCalls(gatherNotices([event]), settings, at(until), at(now)).length;
    expect(calls("2026-11-20T08:00:00", "2026-11-20T17:59:00")).toBe(0);
    expect(calls("2026-11-20T08:00:00", "2026-11-20T18:00:00")).toBe(1);
    expect(calls("2026-11-20T18:00:00", "2026-11-20T19:00:00")).toBe(0);
  });
});
