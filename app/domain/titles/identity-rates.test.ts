import { describe, expect, it } from "vitest";
import { identityRate, sumPlaces } from "./identity-rates.ts";

const people = { "eid-level-2": 60, "digital-signature": 1, "payment-account": 0 };

describe("the three rates of a village", () => {
  it("D03: are shares of its adults; without a denominator there is no rate", () => {
    const place = { adults: 120, people };
    expect(identityRate(place, "eid-level-2")).toBe(5_000);
    expect(identityRate(place, "digital-signature")).toBe(83);
    expect(identityRate(place, "payment-account")).toBe(0);
    expect(identityRate({ adults: null, people }, "eid-level-2")).toBeNull();
    expect(identityRate({ adults: 0, people }, "eid-level-2")).toBeNull();
    expect(identityRate({ adults: 50, people }, "eid-level-2")).toBe(10_000);
  });

  it("D03: of the commune count villages that know their adults, above and below the line", () => {
    expect(
      sumPlaces([
        { adults: 100, people },
        { adults: null, people },
      ]),
    ).toEqual({ adults: 100, people });
    expect(sumPlaces([{ adults: null, people }]).adults).toBeNull();
  });
});
