import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { costOf, judgeDecision, judgePerk, mayUsePerk } from "./support.ts";

const day = (text: string) => text as LocalDate;

describe("what partners offer", () => {
  const perk = {
    title: "Giảm 20% gói cước",
    details: "Xuất trình thẻ.",
    startsOn: day("2026-11-01"),
    endsOn: null,
  };

  it("I05: is a price or a service, never money in hand", () => {
    expect(judgePerk(perk).ok).toBe(true);
    expect(judgePerk({ ...perk, details: "Hoàn tiền 50.000 đồng." })).toMatchObject({
      code: "support_cash_perk",
    });
    expect(judgePerk({ ...perk, endsOn: day("2026-10-01") })).toMatchObject({
      code: "support_days_reversed",
    });
  });

  it("I05: is for members at work; one for a badge asks for the badge too", () => {
    const nobody = { isActive: false, badges: new Set(["story-teller"]) };
    const member = { isActive: true, badges: new Set<string>() };
    expect(mayUsePerk({ badgeKey: null }, nobody)).toBe(false);
    expect(mayUsePerk({ badgeKey: null }, member)).toBe(true);
    expect(mayUsePerk({ badgeKey: "story-teller" }, member)).toBe(false);
    expect(mayUsePerk({ badgeKey: "story-teller" }, { ...member, badges: nobody.badges })).toBe(true);
  });
});

describe("what an event costs", () => {
  it("I08: is whole đồng", () => {
    expect(costOf({ quantity: 40, priceDong: 25_000 })).toBe(1_000_000);
  });

  it("I09: is appraised once, by another person", () => {
    const line = { state: "proposed", enteredBy: "a" } as const;
    expect(judgeDecision(line, "a")).toMatchObject({ code: "support_own_line" });
    expect(judgeDecision(line, "b").ok).toBe(true);
    expect(judgeDecision({ ...line, state: "approved" }, "b")).toMatchObject({ code: "support_decided" });
  });
});
