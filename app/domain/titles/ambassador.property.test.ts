import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type LocalDate } from "../calendar/local-date.ts";
import { type AmbassadorFacts, ambassadorProgress } from "./ambassador.ts";

const TODAY = "2026-11-20" as LocalDate;
const RULE = { mentees: [5, 10, 20], termMonths: 12 };
const day = (back: number) => addDays(TODAY, -back);
const facts = (wish: Partial<AmbassadorFacts> = {}): AmbassadorFacts => ({
  links: Array.from({ length: 5 }, (_, at) => ({ id: `l${at}`, person: `p${at}`, beganOn: day(100) })),
  proofs: Array.from({ length: 5 }, (_, at) => ({ person: `p${at}`, workDate: day(50) })),
  trainedOn: [day(60)],
  falseOn: [],
  lastEarnedOn: null,
  ...wish,
});

describe("what makes a digital ambassador", () => {
  it("D01: five mentees proficient after the link began, training done, no false record", () => {
    expect(ambassadorProgress(facts(), RULE, TODAY)).toMatchObject({
      reached: 5,
      tier: 1,
      nextTier: 10,
      isReady: true,
    });
  });

  it.each<[string, Partial<AmbassadorFacts>]>([
    ["four are not five", { links: facts().links.slice(1) }],
    [
      "proficient before the link began",
      { proofs: facts().proofs.map((each) => ({ ...each, workDate: day(101) })) },
    ],
    ["no training", { trainedOn: [] }],
    ["a training of two years ago", { trainedOn: [day(720)] }],
    ["a false record", { falseOn: [day(3)] }],
    ["what the title that stands was given for", { lastEarnedOn: day(50) }],
  ])("D01: not ready: %s", (_, wish) => {
    expect(ambassadorProgress(facts(wish), RULE, TODAY).isReady).toBe(false);
  });

  it("counts a person once, whatever the order, the doubles and the links", () => {
    const person = fc.constantFrom("a", "b", "c", "d", "e", "f");
    const back = fc.integer({ min: 0, max: 300 });
    const made = fc.record({
      links: fc.array(fc.record({ id: fc.uuid(), person, beganOn: back.map(day) }), { maxLength: 12 }),
      proofs: fc.array(fc.record({ person, workDate: back.map(day) }), { maxLength: 20 }),
    });
    fc.assert(
      fc.property(made, ({ links, proofs }) => {
        const once = ambassadorProgress(facts({ links, proofs }), RULE, TODAY);
        const mixed = ambassadorProgress(
          facts({ links: [...links, ...links].reverse(), proofs: [...proofs, ...proofs].reverse() }),
          RULE,
          TODAY,
        );
        expect(mixed.reached).toBe(once.reached);
        expect(once.reached).toBeLessThanOrEqual(new Set(links.map((link) => link.person)).size);
      }),
    );
  });
});
