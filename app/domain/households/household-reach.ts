import type { Grant } from "../access/actor.ts";

/** Whose list of households somebody may open: named villages, or every village of the commune. */
export type HouseholdReach = "whole" | ReadonlySet<number>;

/** Out of the grants that let the caller in. A team of the commune or of a school has no village's list. */
export function householdReach(grants: readonly Grant[], communeId: number): HouseholdReach {
  const here = grants.filter((grant) => grant.communeId === communeId);
  if (here.some(({ villageId, teamId }) => villageId === null && teamId === null)) return "whole";
  return new Set(here.flatMap(({ villageId }) => (villageId === null ? [] : [villageId])));
}

export function reachesVillage(reach: HouseholdReach, villageId: number): boolean {
  return reach === "whole" || reach.has(villageId);
}
