import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import { needsSecondFactor, type Role } from "./roles.ts";

/** How sure we are of who is there: a password, a password and a second factor, or an enrolled phone unlocked. */
export type Assurance = "password" | "second_factor" | "unlock";

/** One role in one commune, perhaps only in one village or team. Both days are included. */
export interface Grant {
  readonly role: Role;
  readonly communeId: number;
  readonly villageId: number | null;
  readonly teamId: number | null;
  readonly validFrom: LocalDate;
  readonly validTo: LocalDate | null;
}

/** Who asks, as the database knows them at this request. */
export interface Actor {
  readonly accountId: string;
  readonly grants: readonly Grant[];
  readonly assurance: Assurance;
  /** A code app or a passkey is set up. */
  readonly hasSecondFactor: boolean;
  readonly mustChangePassword: boolean;
  /** The first officer of the house, who may set up communes. */
  readonly isFounder: boolean;
  /** The person proved who they are within the last minutes; acts of weight ask for it. */
  readonly provedFreshly: boolean;
}

/** Where, and whom, an act concerns. What is left out is not confined. */
export interface Target {
  readonly communeId: number;
  readonly villageId?: number | null;
  readonly teamId?: number | null;
  /** The account the act concerns, where it concerns one. */
  readonly accountId?: string;
}

/** T16: rights go by today, whatever was true on the day of the work. */
export function isInForce(grant: Grant, today: LocalDate): boolean {
  return grant.validFrom <= today && (grant.validTo === null || today <= grant.validTo);
}

/** A grant confined to a village or a team covers nothing wider than it. */
export function covers(grant: Grant, target: Target): boolean {
  return (
    grant.communeId === target.communeId &&
    (grant.villageId === null || grant.villageId === target.villageId) &&
    (grant.teamId === null || grant.teamId === target.teamId)
  );
}

export function mustUseSecondFactor(actor: Actor, today: LocalDate): boolean {
  return (
    actor.isFounder || actor.grants.some((grant) => needsSecondFactor(grant.role) && isInForce(grant, today))
  );
}

/**
 * Signed in by password alone where more is needed: nothing opens but the second factor itself.
 * An unlocked phone is already two things, so it is not half way; its stronger roles merely sleep.
 */
export function isHalfWay(actor: Actor, today: LocalDate): boolean {
  return actor.assurance === "password" && (actor.hasSecondFactor || mustUseSecondFactor(actor, today));
}
