import { describe, expect, it } from "vitest";
import {
  makeSatisfactionCode,
  parseSatisfactionAddress,
  pleasedShare,
  satisfactionAddress,
  sumMoods,
} from "./satisfaction.ts";

describe("satisfaction", () => {
  it("K14: is a share of those who said a word; too few words are no figure", () => {
    const counts = { pleased: 3, neutral: 1, displeased: 1 };
    expect(pleasedShare(counts)).toBe(6_000);
    expect(pleasedShare({ ...counts, pleased: 2 })).toBeNull();
    expect(pleasedShare(sumMoods([]))).toBeNull();
    expect(sumMoods([counts, counts])).toEqual({ pleased: 6, neutral: 2, displeased: 2 });
  });

  it("K14: its addresses are read back, and nothing else is one", () => {
    const code = makeSatisfactionCode(Uint8Array.from({ length: 10 }, (_, index) => index * 25));
    expect(parseSatisfactionAddress(satisfactionAddress(7, code))).toEqual({ communeId: 7, code });
    for (const wrong of ["", "7", `0-${code}`, `7-${code}a`, `7-${code.toUpperCase()}`, "1-0123-4567-89ab"])
      expect(parseSatisfactionAddress(wrong)).toBeNull();
  });
});
