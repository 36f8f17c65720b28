import type { Caller } from "#app/features/accounts/allow.server.ts";

/** The villages for which the person was let in: a leader of two teams sees both, and nobody another's. */
export function ledVillages({ permission, communeId }: Pick<Caller, "permission" | "communeId">): number[] {
  const own = permission.grants.filter((grant) => grant.communeId === communeId);
  return [...new Set(own.flatMap(({ villageId }) => (villageId === null ? [] : [villageId])))];
}
