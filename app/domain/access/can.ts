import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { type Actor, covers, type Grant, isHalfWay, isInForce, type Target } from "./actor.ts";
import { type Capability, type CapabilityRule, MATRIX } from "./matrix.ts";
import { needsSecondFactor } from "./roles.ts";

/** Why not. "not_permitted" also stands for "there is no such thing": the asker learns nothing more. */
export type AccessRefusal =
  | { code: "not_permitted" }
  | { code: "second_factor_required" }
  | { code: "second_factor_setup_required" }
  | { code: "password_change_required" }
  | { code: "fresh_proof_required" }
  /** The commune went over into another and takes nothing new. */
  | { code: "commune_ended" };

/** The grants by which the act is allowed; none where it is allowed to everyone for themselves. */
export interface Permission {
  readonly grants: readonly Grant[];
}

/**
 * The one resolver of the matrix. Without a target it answers "anywhere at all?", and the permission's
 * grants say where; a caller that acts on a record asks again with the record's own place.
 */
export function can(
  actor: Actor,
  capability: Capability,
  target: Target | null,
  today: LocalDate,
): Verdict<Permission, AccessRefusal> {
  const rule: CapabilityRule = MATRIX[capability];
  if (!rule.beforeFactor && isHalfWay(actor, today)) return refused({ code: missingFactor(actor) });
  if (!rule.beforePassword && actor.mustChangePassword) return refused({ code: "password_change_required" });
  if (rule.othersOnly && target?.accountId === actor.accountId) return refused({ code: "not_permitted" });

  const holding = actor.grants.filter(
    (grant) =>
      rule.roles?.includes(grant.role) &&
      isInForce(grant, today) &&
      (target === null || covers(grant, target)),
  );
  const awake = holding.filter(
    (grant) => actor.assurance === "second_factor" || !needsSecondFactor(grant.role),
  );
  const ownAct = rule.own === true && (target?.accountId ?? actor.accountId) === actor.accountId;
  const founderAct = rule.founder === true && actor.isFounder;
  const allowedSomehow = ownAct || awake.length > 0 || (founderAct && actor.assurance === "second_factor");

  if (!allowedSomehow) {
    return refused({ code: holding.length > 0 || founderAct ? missingFactor(actor) : "not_permitted" });
  }
  if (rule.fresh) {
    if (actor.hasSecondFactor && actor.assurance !== "second_factor") {
      return refused({ code: "second_factor_required" });
    }
    if (actor.assurance === "unlock" || !actor.provedFreshly)
      return refused({ code: "fresh_proof_required" });
  }
  return allowed({ grants: awake });
}

function missingFactor(actor: Actor): "second_factor_required" | "second_factor_setup_required" {
  return actor.hasSecondFactor ? "second_factor_required" : "second_factor_setup_required";
}
