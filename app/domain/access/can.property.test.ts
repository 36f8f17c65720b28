import { fc, test } from "@fast-check/vitest";
import { describe, expect } from "vitest";
import { addDays, type LocalDate } from "#app/domain/calendar/local-date.ts";
import { type Actor, covers, type Grant, isHalfWay, isInForce, type Target } from "./actor.ts";
import { can } from "./can.ts";
import { CAPABILITIES, type CapabilityRule, MATRIX } from "./matrix.ts";
import { needsSecondFactor, ROLES } from "./roles.ts";

const TODAY = "2026-11-20" as LocalDate;
const anyDay = fc.integer({ min: -40, max: 40 }).map((days) => addDays(TODAY, days));
const anyPlace = fc.option(fc.integer({ min: 1, max: 3 }));
const anyAccount = fc.constantFrom("a", "b");

const anyGrant: fc.Arbitrary<Grant> = fc.record({
  role: fc.constantFrom(...ROLES),
  communeId: fc.integer({ min: 1, max: 3 }),
  villageId: anyPlace,
  teamId: anyPlace,
  validFrom: anyDay,
  validTo: fc.option(anyDay),
});
const anyActor: fc.Arbitrary<Actor> = fc.record({
  accountId: anyAccount,
  grants: fc.array(anyGrant, { maxLength: 5 }),
  assurance: fc.constantFrom("password", "second_factor", "unlock"),
  hasSecondFactor: fc.boolean(),
  mustChangePassword: fc.boolean(),
  isFounder: fc.boolean(),
  provedFreshly: fc.boolean(),
});
const anyTarget: fc.Arbitrary<Target | null> = fc.option(
  fc.record({
    communeId: fc.integer({ min: 1, max: 3 }),
    villageId: anyPlace,
    teamId: anyPlace,
    accountId: anyAccount,
  }),
);
const anyCapability = fc.constantFrom(...CAPABILITIES);
const ruleOf = (capability: (typeof CAPABILITIES)[number]): CapabilityRule => MATRIX[capability];

describe("whoever asks for whatever, wherever", () => {
  test.prop([anyActor, anyCapability, anyTarget])(
    "is allowed by nothing but a grant of today that covers the place, an own act, or the founding",
    (actor, capability, target) => {
      const verdict = can(actor, capability, target, TODAY);
      if (!verdict.ok) return;
      const rule = ruleOf(capability);
      for (const grant of verdict.value.grants) {
        expect(actor.grants).toContain(grant);
        expect(rule.roles).toContain(grant.role);
        expect(isInForce(grant, TODAY)).toBe(true);
        if (target) expect(covers(grant, target)).toBe(true);
        if (needsSecondFactor(grant.role)) expect(actor.assurance).toBe("second_factor");
      }
      const isOwn = rule.own === true && (target?.accountId ?? actor.accountId) === actor.accountId;
      const isFounding = rule.founder === true && actor.isFounder && actor.assurance === "second_factor";
      expect(verdict.value.grants.length > 0 || isOwn || isFounding).toBe(true);
    },
  );

  test.prop([anyActor, anyCapability, anyTarget])(
    "standing half way opens only the ways in and out",
    (actor, capability, target) => {
      const verdict = can(actor, capability, target, TODAY);
      if (isHalfWay(actor, TODAY) && verdict.ok) expect(ruleOf(capability).beforeFactor).toBe(true);
      if (actor.mustChangePassword && verdict.ok) expect(ruleOf(capability).beforePassword).toBe(true);
    },
  );

  test.prop([anyActor, anyGrant, anyCapability, anyTarget])(
    "taking a role away never opens anything",
    (actor, grant, capability, target) => {
      const more = can({ ...actor, grants: [...actor.grants, grant] }, capability, target, TODAY);
      const less = can(actor, capability, target, TODAY);
      // A strong role alone may ask for more proof; that is a step on the way, not a door shut.
      if (less.ok && !more.ok) expect(more.code).not.toBe("not_permitted");
    },
  );

  test.prop([anyActor, anyCapability, anyTarget])(
    "has the same rights in whatever order the roles are listed",
    (actor, capability, target) => {
      const reversed = { ...actor, grants: actor.grants.toReversed() };
      const [one, other] = [can(actor, capability, target, TODAY), can(reversed, capability, target, TODAY)];
      expect(one.ok ? "yes" : one.code).toBe(other.ok ? "yes" : other.code);
    },
  );

  test.prop([anyActor, anyCapability, anyTarget])(
    "gains by a proof and loses by none: what a password opens, a second factor opens",
    (actor, capability, target) => {
      const weak = can({ ...actor, assurance: "unlock" }, capability, target, TODAY);
      const strong = can({ ...actor, assurance: "second_factor" }, capability, target, TODAY);
      if (weak.ok) expect(strong.ok).toBe(true);
    },
  );

  test.prop([anyActor, anyCapability])("an act about others is never about oneself", (actor, capability) => {
    if (!ruleOf(capability).othersOnly) return;
    for (const communeId of [1, 2, 3]) {
      expect(can(actor, capability, { communeId, accountId: actor.accountId }, TODAY).ok).toBe(false);
    }
  });
});
