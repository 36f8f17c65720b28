import type { HouseholdReach } from "#app/domain/households/household-reach.ts";
import type { HouseholdRefusal } from "#app/domain/households/household-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import { lockReachable } from "./find-household.server.ts";

type Refusal =
  | Extract<HouseholdRefusal, { code: "absence_already_so" | "household_ended" }>
  | { code: "not_permitted" };

/**
 * What the village's team says of a household: away for long, or back. It changes nothing until the office has
 * confirmed it, as the household leaves the denominator then. Said again it stays the first saying.
 */
export async function proposeAbsence(
  tx: Tx,
  act: RosterAct & { readonly actorId: string },
  reach: HouseholdReach,
  { id, isAway }: { readonly id: string; readonly isAway: boolean },
): Promise<Verdict<null, Refusal>> {
  const { communeId, actorId, now } = act;
  const row = await lockReachable(tx, communeId, id, reach);
  if (!row) return refused({ code: "not_permitted" });
  if (row.validTo !== null) return refused({ code: "household_ended", until: row.validTo });
  if (row.absenceProposed === isAway) return allowed(null);
  if (row.isLongAbsent === isAway) return refused({ code: "absence_already_so" });
  await tx.household.update({
    where: { communeId_id: { communeId, id } },
    data: { absenceProposed: isAway, absenceProposedBy: actorId, absenceProposedAt: now },
    select: { id: true },
  });
  return allowed(null);
}

/** Taken back by the team before the office answered. */
export async function withdrawAbsence(
  tx: Tx,
  act: RosterAct,
  reach: HouseholdReach,
  id: string,
): Promise<Verdict<null, { code: "not_permitted" }>> {
  const { communeId } = act;
  const row = await lockReachable(tx, communeId, id, reach);
  if (!row) return refused({ code: "not_permitted" });
  if (row.absenceProposed === null) return allowed(null);
  await tx.household.update({
    where: { communeId_id: { communeId, id } },
    data: { absenceProposed: null, absenceProposedBy: null, absenceProposedAt: null },
    select: { id: true },
  });
  return allowed(null);
}
