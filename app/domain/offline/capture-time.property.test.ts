import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { addDays, localDateAt, parseLocalDate } from "../calendar/local-date.ts";
import { placeCapture, workDayOf } from "./capture-time.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const START = Date.parse("2026-01-01T00:00:00+07:00");

/** The word of the server, the evening of the work, and the sending, in this order, by the true clock. */
const story = fc
  .record({
    contact: fc.integer({ min: START, max: START + 365 * DAY }),
    untilCapture: fc.integer({ min: 0, max: 40 * DAY }),
    untilSending: fc.integer({ min: 0, max: 40 * DAY }),
  })
  .map(({ contact, untilCapture, untilSending }) => ({
    contact,
    captured: contact + untilCapture,
    sent: contact + untilCapture + untilSending,
  }));

const offset = fc.oneof(
  fc.constantFrom(0, -2 * 365 * DAY, -DAY, DAY, 13 * HOUR, -13 * HOUR, 3 * 365 * DAY, HOUR, -HOUR),
  fc.integer({ min: -3 * 365 * DAY, max: 3 * 365 * DAY }),
);

type Story = { contact: number; captured: number; sent: number };

function place(story: Story, atContact: number, atCapture: number, atSending: number) {
  const contact = { server: story.contact, phone: story.contact + atContact };
  const capturedAt = story.captured + atCapture;
  const phoneNow = story.sent + atSending;
  return placeCapture({
    capturedAt,
    phoneNow,
    contact,
    wentBack: capturedAt < contact.phone || phoneNow < capturedAt,
    serverNow: story.sent,
  });
}

describe("when a record was written, whatever the phone's clock says", () => {
  test.prop([story, offset])(
    "T14, G20: a clock that is off, by however much, gives the day it was: the oracle's in every case it is sure of",
    (when, off) => {
      const found = place(when, off, off, off);
      if (found.clock === "sure") expect(found.day).toBe(localDateAt(when.captured));
    },
  );

  test.prop([story, offset])(
    "T14: a clock that is off and left alone is sure, but for the seconds around midnight",
    (when, off) => {
      const found = place(when, off, off, off);
      const sinceMidnight = (when.captured + 7 * HOUR) % DAY;
      fc.pre(sinceMidnight > 5_000 && DAY - sinceMidnight > 5_000);
      expect(found).toEqual({ day: localDateAt(when.captured), clock: "sure" });
    },
  );

  test.prop([story, offset, offset, fc.boolean()])(
    "T14: a clock that was moved once, before or after the record, never gives a wrong day that is called sure",
    (when, before, after, movedFirst) => {
      const found = movedFirst ? place(when, before, after, after) : place(when, before, before, after);
      // Ten minutes are what two reckonings may differ by and still be one.
      fc.pre(Math.abs(before - after) > 10 * MINUTE || before === after);
      if (found.clock === "sure") expect(found.day).toBe(localDateAt(when.captured));
    },
  );

  test.prop([story, offset])("a day that was named stands", (when, off) => {
    const named = parseLocalDate("2026-05-14") ?? addDays(localDateAt(when.sent), 0);
    expect(workDayOf("named", named, place(when, off, 0, -off))).toEqual({ day: named, clock: "sure" });
  });

  test.prop([story])("yesterday is the day before the day it was written", (when) => {
    const captured = place(when, 0, 0, 0);
    expect(workDayOf("yesterday", captured.day, captured).day).toBe(addDays(captured.day, -1));
  });
});
