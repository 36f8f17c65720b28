import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import { achievementKey } from "./achievement.ts";
import { checkFairList, type FairLine } from "./fair-list.ts";
import { achievementsCountFrom, isHolding } from "./hold.ts";
import { judgeProposal, type StandingHold, type WishedProposal } from "./judge-proposal.ts";

const day = (text: string) => text as LocalDate;
const TODAY = day("2026-12-20");
const wish: WishedProposal = {
  category: "individual",
  basis: "merit",
  theme: null,
  form: "commendation",
  recipientKind: "member",
  modelId: null,
  initiativeId: null,
  firstDay: day("2026-01-01"),
  lastDay: day("2026-12-14"),
};
const hold: StandingHold = {
  kind: "complaint",
  fromDay: day("2026-11-01"),
  clearedOn: null,
  document: "05/TB-UBND",
};

describe("a proposal", () => {
  it("is for somebody the form is for, with its theme and what it cites", () => {
    expect(judgeProposal(wish, [], TODAY)).toEqual({ ok: true, value: { firstDay: wish.firstDay } });
    const refusals: [Partial<WishedProposal>, string][] = [
      [{ form: "advanced_collective" }, "award_form_not_for_recipient"],
      [{ category: "collective" }, "award_form_not_for_recipient"],
      [{ basis: "thematic" }, "award_theme_missing"],
      [{ category: "initiative" }, "award_register_missing"],
      [{ category: "model", initiativeId: "x" }, "award_register_missing"],
      [{ firstDay: day("2026-12-15") }, "award_span_backwards"],
    ];
    for (const [change, code] of refusals)
      expect(judgeProposal({ ...wish, ...change }, [], TODAY)).toMatchObject({ ok: false, code });
  });

  it("waits while a matter is being looked into, and after a discipline counts only what came since", () => {
    expect(judgeProposal(wish, [hold], TODAY)).toMatchObject({
      code: "award_is_held",
      document: "05/TB-UBND",
    });
    const cleared = { ...hold, clearedOn: day("2026-12-01") };
    expect(judgeProposal(wish, [cleared], TODAY)).toMatchObject({ value: { firstDay: wish.firstDay } });
    const discipline = { ...cleared, kind: "discipline" as const };
    expect(judgeProposal(wish, [discipline], TODAY)).toMatchObject({ value: { firstDay: "2026-12-01" } });
    const late = { ...discipline, clearedOn: day("2026-12-18") };
    expect(judgeProposal(wish, [late], TODAY)).toMatchObject({ code: "award_nothing_counts" });
    expect(isHolding(cleared, day("2026-11-30"))).toBe(true);
    expect(isHolding(cleared, day("2026-12-01"))).toBe(false);
    expect(achievementsCountFrom([cleared], wish.firstDay)).toBe(wish.firstDay);
  });
});

describe("one achievement, one award", () => {
  const given = {
    recipient: "member:a",
    basis: "merit" as const,
    form: "commendation" as const,
    theme: null,
    achievement: "Hướng dẫn 400 người",
    modelId: null,
    initiativeId: null,
    lastDay: day("2026-12-14"),
  };
  it("K04: an initiative is the same achievement whoever receives it, however it is told", () => {
    const initiative = { ...given, initiativeId: "i" };
    expect(achievementKey(initiative)).toBe(
      achievementKey({ ...initiative, recipient: "village:3", basis: "sudden" }),
    );
  });
  it("merit of a year is one, whatever its words; of the next year another", () => {
    expect(achievementKey({ ...given, achievement: "Khác" })).toBe(achievementKey(given));
    expect(achievementKey({ ...given, lastDay: day("2027-12-14") })).not.toBe(achievementKey(given));
  });
  it("K03: a sudden deed is one by its words, however they are spelt", () => {
    const sudden = { ...given, basis: "sudden" as const };
    expect(achievementKey({ ...sudden, achievement: "hướng dẫn  400 người" })).toBe(achievementKey(sudden));
    expect(achievementKey({ ...sudden, achievement: "Cứu dữ liệu" })).not.toBe(achievementKey(sudden));
  });
});

describe("who is on a list", () => {
  const line: FairLine = {
    isPerson: true,
    isLeader: false,
    sex: "male",
    unions: ["youth_union"],
    villageId: 1,
  };
  it("is counted by leaders, women, unions and villages, and what stands out is said", () => {
    const list = [
      line,
      { ...line, isLeader: true },
      { ...line, isLeader: true, unions: [] },
      { ...line, isPerson: false },
    ];
    expect(checkFairList(list, 12)).toMatchObject({
      lines: 4,
      people: 3,
      leaders: 2,
      women: 0,
      unions: [{ kind: "youth_union", people: 2 }],
      withoutUnion: 1,
      villages: 1,
      villagesInAll: 12,
      notes: ["mostly_leaders", "few_women", "one_village"],
    });
  });
  it("says nothing of an empty list or an even one", () => {
    expect(checkFairList([], 12).notes).toEqual([]);
    expect(checkFairList([line, { ...line, sex: "female", villageId: 2 }], 12).notes).toEqual([]);
  });
});
