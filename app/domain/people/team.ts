/** A village's own team, one for the whole commune (A06), a school's (A08, L17), a response team (A45). */
export const TEAM_KINDS = ["village", "commune", "school", "response"] as const;
export type TeamKind = (typeof TEAM_KINDS)[number];

/** How somebody came into a team: by the decision, sent by a unit (L05), by own wish, for a campaign (A43). */
export const MEMBERSHIP_SOURCES = ["decision", "assigned", "volunteer", "campaign"] as const;
export type MembershipSource = (typeof MEMBERSHIP_SOURCES)[number];

/** A16-A20, A36: one person may belong to several. */
export const AFFILIATION_KINDS = [
  "youth_union",
  "womens_union",
  "police",
  "teacher",
  "enterprise",
  "front",
  "farmers_union",
  "veterans_union",
  "party",
  "official",
  "influencer",
  "student",
  "other",
] as const;
export type AffiliationKind = (typeof AFFILIATION_KINDS)[number];

/** The organisation an affiliation names beside its kind: the cell (L06), the school, the enterprise (A17). */
export const ORGANISATION_OF_AFFILIATION = {
  youth_union: "youth_cell",
  womens_union: "womens_union",
  police: "police",
  teacher: "school",
  enterprise: "enterprise",
  front: "fatherland_front",
  farmers_union: "farmers_union",
  veterans_union: "veterans_union",
  party: "party_cell",
  official: "other",
  influencer: "other",
  student: "school",
  other: "other",
} as const satisfies Record<AffiliationKind, OrganisationKind>;

export const ORGANISATION_KINDS = [
  "steering_committee",
  "secretariat",
  "culture_office",
  "economic_office",
  "service_centre",
  "propaganda_centre",
  "police",
  "party_cell",
  "fatherland_front",
  "youth_union",
  "youth_cell",
  "womens_union",
  "farmers_union",
  "veterans_union",
  "school",
  "enterprise",
  "other",
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export function isOneOf<const Word extends string>(words: readonly Word[], text: string): text is Word {
  return (words as readonly string[]).includes(text);
}
