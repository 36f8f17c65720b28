import { describe, expect, it } from "vitest";
import { type MarketProof, marketProgress, metItems } from "./market.ts";

const said = (item: MarketProof["item"], isMet: boolean, at: number): MarketProof => ({ item, isMet, at });

describe("a stall and its four T", () => {
  it("D04: the latest word on each item holds, whatever order they are read in", () => {
    const proofs = [said("cashless", true, 1), said("trader", true, 2), said("cashless", false, 3)];
    expect(metItems(proofs)).toEqual(["trader"]);
    expect(metItems(proofs.toReversed())).toEqual(["trader"]);
    expect(metItems([])).toEqual([]);
  });

  it("D04: a village's progress counts places, never items", () => {
    const all = ["trader", "e_commerce", "cashless", "savings"] as const;
    expect(marketProgress([{ met: all }, { met: ["cashless"] }, { met: [] }])).toEqual({
      places: 3,
      cashless: 2,
      online: 1,
      complete: 1,
    });
  });
});
