import { can } from "#app/domain/access/can.ts";
import { householdReach } from "#app/domain/households/household-reach.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { findVillages } from "#app/features/communes/read-villages.server.ts";

/** The villages of the caller's own teams, and in which of them they may add and propose. */
export async function ownVillages(
  caller: Caller,
): Promise<{ id: number; name: string; mayPropose: boolean }[]> {
  const { communeId, permission, actor, today, platform } = caller;
  if (communeId === null) return [];
  const reach = householdReach(permission.grants, communeId);
  if (reach === "whole") return [];
  const proposing = can(actor, "household.propose", null, today);
  const proposes = proposing.ok ? householdReach(proposing.value.grants, communeId) : new Set<number>();
  const villages = await platform.db.withCommunes(caller.scope("households.own-villages"), (tx) =>
    findVillages(tx, communeId),
  );
  return villages
    .filter(({ id }) => reach.has(id))
    .map(({ id, name }) => ({ id, name, mayPropose: proposes === "whole" || proposes.has(id) }));
}
