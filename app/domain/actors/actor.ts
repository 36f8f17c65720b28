import type { OrganisationKind } from "../people/team.ts";
import { unifySpelling } from "../text/fold-vietnamese.ts";

/**
 * Bodies the plans name beside teams (A30-A47), in the order in which a plan lists who does what: the steering
 * committee first, then offices, centres, unions, schools, enterprises.
 */
export const ACTOR_KINDS = [
  "steering_committee",
  "secretariat",
  "culture_office",
  "economic_office",
  "service_centre",
  "propaganda_centre",
  "police",
  "fatherland_front",
  "party_cell",
  "youth_union",
  "youth_cell",
  "womens_union",
  "farmers_union",
  "veterans_union",
  "school",
  "enterprise",
  "other",
] as const satisfies readonly OrganisationKind[];

export type ActorRefusal =
  | { code: "actor_name_taken"; name: string }
  | { code: "actor_in_use"; people: number; teams: number }
  /** Named today, and named since by something that stays: a class, a report. */
  | { code: "actor_named_since" }
  | { code: "actor_gone" };

/** "Trường Hoà Bình" and "trường Hòa Bình" are one. */
export function isSameActor(left: string, right: string): boolean {
  return unifySpelling(left) === unifySpelling(right);
}
