import { can } from "#app/domain/access/can.ts";
import { householdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";

type Reader = Pick<Caller, "actor" | "communeId" | "today">;

/** The office and the Youth Union anywhere, a leader in the own village. Null: the commune's own ground. */
export function mayManagePoint({ actor, communeId, today }: Reader, villageId: number | null): boolean {
  if (communeId === null) return false;
  const verdict = can(actor, "mobile-point.manage", null, today);
  if (!verdict.ok) return false;
  const reach = householdReach(verdict.value.grants, communeId);
  return villageId === null ? reach === "whole" : reachesVillage(reach, villageId);
}
