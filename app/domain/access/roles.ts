/** What a person is in one commune. A person may hold several, each from a day to a day. */
export const ROLES = [
  "member",
  "deputy",
  "leader",
  "youth_union",
  "sector_office",
  "office",
  "council",
  "commune_leader",
  "upper_tier",
  "administrator",
] as const;

export type Role = (typeof ROLES)[number];

export function isRole(text: string): text is Role {
  return (ROLES as readonly string[]).includes(text);
}

/** Roles that see or decide beyond one team sleep until a second factor was given in this session. */
const SECOND_FACTOR_ROLES: ReadonlySet<Role> = new Set([
  "office",
  "council",
  "commune_leader",
  "upper_tier",
  "administrator",
]);

export function needsSecondFactor(role: Role): boolean {
  return SECOND_FACTOR_ROLES.has(role);
}
