import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { villageNameKey } from "../roster/village.ts";
import {
  firstDayOfMerger,
  judgeMerger,
  type MergerFacts,
  nameInNewCommune,
  type WantedMerger,
} from "./commune-merger.ts";

const day = (text: string) => text as LocalDate;
const TODAY = day("2026-06-20");

const wanted = (wish: Partial<WantedMerger> = {}): WantedMerger => ({
  oldCommuneId: 1,
  newCommuneId: 2,
  effectiveOn: day("2026-07-01"),
  decisionNumber: "Số: 1654 / nq-ubtvqh",
  decisionDate: day("2026-06-16"),
  ...wish,
});
const facts = (wish: Partial<MergerFacts> = {}): MergerFacts => ({
  old: { isSetUp: true },
  isNewSetUp: true,
  oldEndsOn: null,
  newEndsOn: null,
  ...wish,
});

describe("A26: whether communes may be merged", () => {
  it("A26: takes the decision as papers write it", () => {
    expect(judgeMerger(wanted(), facts(), TODAY)).toMatchObject({
      ok: true,
      value: { decisionNumber: "1654/NQ-UBTVQH" },
    });
    expect(judgeMerger(wanted({ effectiveOn: TODAY }), facts(), TODAY).ok).toBe(true);
  });

  it.each([
    [{ newCommuneId: 1 }, {}, "merger_with_itself"],
    [{}, { old: null }, "merger_commune_unknown"],
    [{}, { old: { isSetUp: false } }, "merger_commune_not_set_up"],
    [{}, { isNewSetUp: false }, "merger_receiver_not_set_up"],
    [{}, { oldEndsOn: day("2026-01-01") }, "merger_already_agreed"],
    [{}, { newEndsOn: day("2026-01-01") }, "merger_receiver_ended"],
    [{ decisionNumber: "nghị quyết" }, {}, "merger_decision_malformed"],
    [{ decisionDate: day("2026-07-02") }, {}, "merger_before_decision"],
    [{ effectiveOn: day("2026-06-19") }, {}, "merger_in_the_past"],
    [{ effectiveOn: day("2027-07-26") }, {}, "merger_too_far_ahead"],
  ] as const)("A26: %j with %j is refused: %s", (wish, known, code) => {
    expect(judgeMerger(wanted(wish), facts(known), TODAY)).toMatchObject({ ok: false, code });
  });

  it("A26: agreed to late, it begins on the day of the second word", () => {
    expect(firstDayOfMerger(day("2026-07-01"), day("2026-06-25"))).toBe("2026-07-01");
    expect(firstDayOfMerger(day("2026-07-01"), day("2026-07-03"))).toBe("2026-07-03");
  });

  it("A26: two villages of one name stay two, and no name grows too long", () => {
    const taken = new Set([villageNameKey("Thôn 1"), villageNameKey("Thôn 1 (xã Đại Sơn)")]);
    expect(nameInNewCommune("Thôn 2", "xã Đại Sơn", taken)).toBe("Thôn 2");
    expect(nameInNewCommune("Thôn 1", "xã Đại Sơn", taken)).toBe("Thôn 1 (xã Đại Sơn 2)");
    const long = "a".repeat(80);
    const name = nameInNewCommune(long, "xã Đại Sơn", new Set([villageNameKey(long)]));
    expect(name.length).toBeLessThanOrEqual(80);
    expect(name.endsWith("(xã Đại Sơn)")).toBe(true);
  });
});
