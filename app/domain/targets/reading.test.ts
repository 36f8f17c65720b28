import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { lightOfVillage, stateOf } from "./reading.ts";

const day = (text: string) => text as LocalDate;
const year = { firstDay: day("2025-12-15"), lastDay: day("2026-12-14") };
const entry = {
  test: { kind: "share", comparator: "at_least", basisPoints: 9_000, of: "adults" },
  steps: [{ lastDay: year.lastDay, basisPoints: 9_000 }],
  aspirational: false,
  source: "adults_e_payment",
} as const;
const today = day("2026-11-20");
const reading = { commune: { part: 45, whole: 50 }, unknown: 50, place: null, basis: "source" } as const;

describe("where a target stands", () => {
  it("B07: fewer than half asked conclude nothing, neither reached nor behind; half is enough", () => {
    expect(stateOf(entry, reading, year, today).light).toBe("reached");
    expect(stateOf(entry, { ...reading, unknown: 51 }, year, today).light).toBe("too_few");
    expect(lightOfVillage(entry, { part: 0, whole: 10, unknown: 11 }, year, today)).toBe("too_few");
    const nobody = { ...reading, commune: { part: 0, whole: null } };
    expect(stateOf(entry, nobody, year, today).light).toBe("no_data");
  });

  it("a state that was asked once is drawn on to no end; a count that grows is", () => {
    expect(stateOf(entry, reading, year, today).projected).toBeNull();
    const growing = { ...entry, source: "guided_households" } as const;
    const found = { ...reading, commune: { part: 40, whole: 50 }, unknown: 0 };
    expect(stateOf(growing, found, year, today)).toMatchObject({
      light: "behind",
      projected: { part: 42, whole: 50 },
    });
    expect(stateOf(growing, { ...found, basis: "told" }, year, today).projected).toBeNull();
  });
});
