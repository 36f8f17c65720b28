import type { Caller } from "#app/features/accounts/allow.server.ts";

/** The teams for which the person was let in: a leader of two sees both, and nobody another's. */
export function findLedTeams({ permission, communeId }: Pick<Caller, "permission" | "communeId">): number[] {
  const own = permission.grants.filter((grant) => grant.communeId === communeId);
  return [...new Set(own.flatMap(({ teamId }) => (teamId === null ? [] : [teamId])))];
}
