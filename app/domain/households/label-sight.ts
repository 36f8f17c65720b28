import type { Grant } from "../access/actor.ts";
import type { Role } from "../access/roles.ts";
import { householdReach, reachesVillage } from "./household-reach.ts";

/** What the labels of a village's person slots are to one reader. */
export type LabelSight =
  /** Verifies or audits work there, and so must be able to recognise the person. */
  | "all"
  /** Only the labels this reader wrote: nobody can log for a person they may not recognise themselves. */
  | "own"
  | "none";

/**
 * Rule 8: the label is readable only by the verifier and the auditor. Leader and deputy verify in their village,
 * the office audits; a member reads back what they wrote and sees of other slots that they are taken. Who only
 * oversees (an official in charge of the village, the union, the commune's leaders) needs no names.
 */
export function labelSight(roles: readonly Role[]): LabelSight {
  if (roles.some((role) => role === "office" || role === "leader" || role === "deputy")) return "all";
  return roles.includes("member") ? "own" : "none";
}

/** The leader of one village is nobody's verifier in another. */
export function sightInVillage(grants: readonly Grant[], communeId: number, villageId: number): LabelSight {
  const reaching = grants.filter((grant) => reachesVillage(householdReach([grant], communeId), villageId));
  return labelSight(reaching.map(({ role }) => role));
}

export function maySeeLabel(sight: LabelSight, labelledBy: string | null, readerId: string | null): boolean {
  return sight === "all" || (sight === "own" && labelledBy !== null && labelledBy === readerId);
}
