import { fc, test } from "@fast-check/vitest";
import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { judgeRange, stateOf } from "./certificate.ts";
import { type ParticipatedClaim, sumParticipation } from "./participation.ts";

const on = (text: string) => text as LocalDate;
const anyDay = fc
  .integer({ min: 1, max: 28 })
  .map((day) => `2026-03-${String(day).padStart(2, "0")}` as LocalDate);
const anyClaim: fc.Arbitrary<ParticipatedClaim> = fc.record({
  workDate: anyDay,
  minutes: fc.option(fc.integer({ min: 1, max: 240 })),
  visits: fc.integer({ min: 0, max: 40 }),
  part: fc.constantFrom("claimant", "helper", "teacher"),
  people: fc.array(fc.constantFrom("a", "b", "c", "d", "e"), { maxLength: 4 }),
});

describe("figures of participation", () => {
  test.prop([fc.array(anyClaim, { maxLength: 20 })])("do not depend on the order of the work", (claims) => {
    expect(sumParticipation([...claims].reverse())).toEqual(sumParticipation(claims));
  });

  test.prop([fc.array(anyClaim, { maxLength: 20 }), anyClaim])(
    "never fall when more was done",
    (claims, more) => {
      const before = sumParticipation(claims);
      const after = sumParticipation([...claims, more]);
      for (const key of Object.keys(before) as (keyof typeof before)[]) {
        expect(after[key], key).toBeGreaterThanOrEqual(before[key]);
      }
    },
  );

  it("count a person met on two days once, and both days", () => {
    const claim = { minutes: null, visits: 1, part: "claimant", people: ["a"] } as const;
    const figures = sumParticipation([
      { ...claim, workDate: on("2026-03-01") },
      { ...claim, workDate: on("2026-03-02"), minutes: 90 },
    ]);
    expect(figures).toMatchObject({ days: 2, people: 1, visits: 2, minutes: 90, claimsWithMinutes: 1 });
  });
});

describe("the state of a certificate", () => {
  const standing = { validUntil: null, revokedOn: null, awardRevokedOn: null };

  it("is valid through its last day and expired from the next", () => {
    const facts = { ...standing, validUntil: on("2026-11-21") };
    expect(stateOf(facts, on("2026-11-21"))).toEqual({ is: "valid" });
    expect(stateOf(facts, on("2026-11-22"))).toEqual({ is: "expired", since: on("2026-11-21") });
  });

  it("is revoked with its award, from whichever came first, though its time had run out as well", () => {
    expect(
      stateOf(
        { validUntil: on("2026-01-01"), revokedOn: on("2026-06-02"), awardRevokedOn: on("2026-06-01") },
        on("2026-11-21"),
      ),
    ).toEqual({ is: "revoked", on: on("2026-06-01") });
  });
});

it("certifies no day to come and no range that runs backwards", () => {
  expect(judgeRange(on("2026-03-02"), on("2026-03-01"), on("2026-11-21"))).toEqual({
    code: "certificate_days_reversed",
  });
  expect(judgeRange(on("2026-03-01"), on("2026-11-22"), on("2026-11-21"))).toEqual({
    code: "certificate_days_ahead",
  });
  expect(judgeRange(on("2026-03-01"), on("2026-11-21"), on("2026-11-21"))).toBeNull();
});
