import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import {
  type Checker,
  DEPUTY_AFTER_MS,
  isParty,
  mayCorrect,
  mayVerify,
  OFFICE_AFTER_MS,
  VERIFY_ROLES,
  type VerifyFacts,
} from "./may-verify.ts";

const anyAccount = fc.constantFrom("a", "b", "c", "d", "e");
const HOUSEHOLD_OF = { a: "h1", b: "h1", c: "h2", d: null, e: null } as Record<string, string | null>;
const anyPerson = anyAccount.map((accountId) => ({
  accountId,
  householdId: HOUSEHOLD_OF[accountId] ?? null,
}));
const anyChecker: fc.Arbitrary<Checker> = fc
  .tuple(anyPerson, fc.constantFrom(...VERIFY_ROLES))
  .map(([person, as]) => ({ ...person, as }));
const anyDevice = fc.constantFrom("phone", "desk", null);
const anyMachine = fc.subarray(["phone", "desk", "tablet"]);

const anyFacts: fc.Arbitrary<VerifyFacts> = fc
  .record({
    person: anyPerson,
    callerDevice: anyDevice,
    checkers: fc.array(anyChecker, { maxLength: 8 }),
    enteredBy: anyAccount,
    deviceIds: anyMachine,
    participants: fc.array(
      fc
        .tuple(anyPerson, fc.constantFrom("claimant" as const, "helper" as const, "teacher" as const))
        .map(([person, part]) => ({ ...person, part })),
      { minLength: 1, maxLength: 4 },
    ),
    waitedMs: fc.constantFrom(0, DEPUTY_AFTER_MS - 1, DEPUTY_AFTER_MS, OFFICE_AFTER_MS - 1, OFFICE_AFTER_MS),
  })
  .map(({ person, callerDevice, checkers, enteredBy, deviceIds, participants, waitedMs }) => ({
    claim: { enteredBy, deviceIds, submittedAt: 0, participants },
    caller: {
      ...person,
      deviceId: callerDevice,
      rights: checkers.filter(({ accountId }) => accountId === person.accountId).map(({ as }) => as),
    },
    checkers,
    now: waitedMs,
  }));

/** The same claim asked by another person from a device of their own. */
function askedBy(facts: VerifyFacts, { accountId, householdId }: Checker): VerifyFacts {
  const rights = facts.checkers.filter((each) => each.accountId === accountId).map(({ as }) => as);
  return { ...facts, caller: { accountId, householdId, deviceId: `of ${accountId}`, rights } };
}

describe("whoever asks, with whatever rights, after however long", () => {
  test.prop([anyFacts])(
    "rule 1: no reachable state lets somebody with a part in a claim verify it",
    (facts) => {
      for (const ask of [mayVerify, mayCorrect]) {
        const verdict = ask(facts);
        if (!verdict.ok) continue;
        const { claim, caller } = facts;
        expect(claim.participants.map(({ accountId }) => accountId)).not.toContain(caller.accountId);
        expect(claim.enteredBy).not.toBe(caller.accountId);
        expect(claim.deviceIds).not.toContain(caller.deviceId);
        for (const { householdId } of claim.participants) {
          if (householdId !== null) expect(householdId).not.toBe(caller.householdId);
        }
        expect(caller.rights).toContain(verdict.value.as);
      }
    },
  );

  test.prop([anyFacts, fc.nat({ max: OFFICE_AFTER_MS })])(
    "waiting longer takes no right away",
    (facts, longerMs) => {
      if (mayVerify(facts).ok) expect(mayVerify({ ...facts, now: facts.now + longerMs }).ok).toBe(true);
    },
  );

  test.prop([anyFacts])("where anybody could ever verify, somebody can at once", (facts) => {
    const able = facts.checkers.filter((checker) => !isParty(facts.claim, checker));
    const atOnce = able.filter((checker) => mayVerify({ ...askedBy(facts, checker), now: 0 }).ok);
    expect(atOnce.length > 0).toBe(able.length > 0);
  });

  test.prop([anyFacts])("after five days everybody with a right and no part in it can", (facts) => {
    for (const checker of facts.checkers) {
      const verdict = mayVerify({ ...askedBy(facts, checker), now: OFFICE_AFTER_MS });
      expect(verdict.ok).toBe(!isParty(facts.claim, checker));
    }
  });

  test.prop([anyFacts])(
    "a refusal names somebody who truly can, or nobody because there is nobody",
    (facts) => {
      const verdict = mayVerify(facts);
      if (verdict.ok) return;
      const { instead } = verdict;
      const others = facts.checkers.filter(
        (each) => each.accountId !== facts.caller.accountId && !isParty(facts.claim, each),
      );
      expect(instead === null).toBe(others.length === 0);
      if (instead === null) return;
      const named = others.filter(({ as }) => as === instead.as);
      expect(named.length).toBeGreaterThan(0);
    },
  );
});
