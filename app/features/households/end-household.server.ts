import type { LocalDate } from "#app/domain/calendar/local-date.ts";
import type { HouseholdReach } from "#app/domain/households/household-reach.ts";
import type { HouseholdRefusal } from "#app/domain/households/household-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import { toDatabaseDay } from "#app/features/communes/database-day.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { findCodeHolder } from "./change-household.server.ts";
import { lockReachable } from "./find-household.server.ts";
import { lockVillage } from "./lock-village.server.ts";

type Refusal =
  | Extract<
      HouseholdRefusal,
      { code: "household_ended" | "household_ends_before_it_starts" | "household_ends_later" }
    >
  | { code: "not_permitted" };

/** The last day of a household that moved away or was merged. It stays for the work that was done in it. */
export async function endHousehold(
  tx: Tx,
  act: RosterAct,
  reach: HouseholdReach,
  { id, until }: { readonly id: string; readonly until: LocalDate },
): Promise<Verdict<null, Refusal>> {
  const { communeId, today } = act;
  const row = await lockReachable(tx, communeId, id, reach);
  if (!row) return refused({ code: "not_permitted" });
  if (row.validTo === until) return allowed(null);
  if (row.validTo !== null) return refused({ code: "household_ended", until: row.validTo });
  if (until < row.validFrom) return refused({ code: "household_ends_before_it_starts", from: row.validFrom });
  if (until > today) return refused({ code: "household_ends_later" });
  await tx.household.update({
    where: { communeId_id: { communeId, id } },
    data: {
      validTo: toDatabaseDay(until),
      absenceProposed: null,
      absenceProposedBy: null,
      absenceProposedAt: null,
    },
    select: { id: true },
  });
  return allowed(null);
}

/** Ended by mistake: the household stands in its list again, if its code is still free. */
export async function bringHouseholdBack(
  tx: Tx,
  keys: KeyRing,
  act: RosterAct,
  reach: HouseholdReach,
  id: string,
): Promise<
  Verdict<null, Extract<HouseholdRefusal, { code: "household_code_taken" }> | { code: "not_permitted" }>
> {
  const { communeId } = act;
  const row = await lockReachable(tx, communeId, id, reach);
  if (!row || !(await lockVillage(tx, communeId, row.villageId))) return refused({ code: "not_permitted" });
  if (row.validTo === null) return allowed(null);
  const taken = await findCodeHolder(tx, keys, communeId, row, row.code);
  if (taken !== null) return refused({ code: "household_code_taken", head: taken });
  await tx.household.update({
    where: { communeId_id: { communeId, id } },
    data: { validTo: null },
    select: { id: true },
  });
  return allowed(null);
}
