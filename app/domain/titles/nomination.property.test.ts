import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LocalDate } from "../calendar/local-date.ts";
import {
  approversOf,
  isOpen,
  judgeGrant,
  judgeRecognition,
  judgeRevocationAnswered,
  judgeRevocationAsked,
  judgeWord,
  type Nomination,
  nominationState,
  TITLE_WORDS,
} from "./nomination.ts";

const PEOPLE = ["nominee", "nominator", "spouse", "leader", "union", "office", "chair"] as const;
const householdOf = (id: string) => (id === "nominee" || id === "spouse" ? "h1" : null);
const attempts = fc.array(
  fc.record({ kind: fc.constantFrom(...TITLE_WORDS, "grant"), by: fc.constantFrom(...PEOPLE) }),
  { maxLength: 30 },
);

function fresh(approvalsNeeded: number): Nomination {
  return {
    nominee: { accountId: "nominee", householdId: "h1" },
    nominatedBy: "nominator",
    approvalsNeeded,
    words: [],
    award: null,
  };
}

/** What the house keeps of one attempt. */
function after(nomination: Nomination, { kind, by }: { kind: string; by: string }): Nomination {
  const person = { accountId: by, householdId: householdOf(by) };
  if (kind === "grant")
    return judgeGrant(nomination, person).ok ? { ...nomination, award: { isRevoked: false } } : nomination;
  const word = kind as (typeof TITLE_WORDS)[number];
  const verdict = judgeWord(nomination, word, person);
  if (!verdict.ok || verdict.value === "known") return nomination;
  return { ...nomination, words: [...nomination.words, { kind: word, accountId: by }] };
}

describe("a nomination, whatever is tried and in whatever order", () => {
  it("K12: is granted only with enough approvals of different persons, none of them nominee, nominator or kin", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3 }), attempts, (needed, tries) => {
        const end = tries.reduce(after, fresh(needed));
        for (const id of approversOf(end)) expect(["nominee", "nominator", "spouse"]).not.toContain(id);
        if (end.award) expect(approversOf(end).length).toBeGreaterThanOrEqual(needed);
        const said = end.words.map(({ accountId, kind }) => `${accountId} ${kind}`);
        expect(new Set(said).size).toBe(said.length);
      }),
    );
  });

  it("changes nothing when an attempt is repeated", () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const once = tries.reduce(after, fresh(2));
        const twice = tries.flatMap((each) => [each, each]).reduce(after, fresh(2));
        expect(twice).toEqual(once);
      }),
    );
  });

  it("stays as it is once it has ended", () => {
    fc.assert(
      fc.property(attempts, attempts, (before, later) => {
        const end = before.reduce(after, fresh(2));
        fc.pre(!isOpen(nominationState(end)));
        expect(later.reduce(after, end)).toEqual(end);
      }),
    );
  });
});

describe("number and date of the decision", () => {
  const days = { today: "2026-11-20" as LocalDate, notBefore: "2026-11-01" as LocalDate };
  it.each([
    ["12/QĐ-UBND", "2026-11-20", "ok"],
    [" số: 12 / qđ - ubnd", "2026-11-01", "ok"],
    ["12", "2026-11-20", "title_number_malformed"],
    ["12/QĐ-UBND", "2026-11-21", "title_date_in_future"],
    ["12/QĐ-UBND", "2026-10-31", "title_date_too_early"],
  ])("%s of %s: %s", (number, date, expected) => {
    const verdict = judgeRecognition({ number, date: date as LocalDate }, days);
    expect(verdict.ok ? "ok" : verdict.code).toBe(expected);
  });
});

describe("taking a title back", () => {
  const standing = { bearerAccountId: "bearer", askedBy: null, isRevoked: false };
  it("needs two persons, neither of them the bearer", () => {
    expect(judgeRevocationAsked(standing, "office").ok).toBe(true);
    expect(judgeRevocationAsked(standing, "bearer")).toMatchObject({ code: "title_is_you" });
    const asked = { ...standing, askedBy: "office" };
    expect(judgeRevocationAsked(asked, "chair")).toMatchObject({ code: "title_revocation_waits" });
    expect(judgeRevocationAnswered(asked, "office")).toMatchObject({ code: "title_revocation_is_yours" });
    expect(judgeRevocationAnswered(asked, "bearer")).toMatchObject({ code: "title_is_you" });
    expect(judgeRevocationAnswered(asked, "chair").ok).toBe(true);
    expect(judgeRevocationAnswered({ ...asked, isRevoked: true }, "chair")).toMatchObject({
      code: "title_revoked_already",
    });
  });
});
