import type { HouseholdFacts } from "#app/domain/households/household.ts";
import { householdCodeKey } from "#app/domain/households/household-code.ts";
import type { HouseholdReach } from "#app/domain/households/household-reach.ts";
import type { HouseholdRefusal } from "#app/domain/households/household-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { lockReachable } from "./find-household.server.ts";
import { columnsOfHousehold, openSlots } from "./insert-households.server.ts";
import { lockVillage, readListed } from "./lock-village.server.ts";
import { openLabel, sealLabel } from "./seal-label.server.ts";

export interface HouseholdChange extends HouseholdFacts {
  readonly id: string;
}

type Refusal =
  | Extract<HouseholdRefusal, { code: "household_code_taken" | "household_ended" }>
  | { code: "not_permitted" };

/** What the list says of a household that stands. */
export async function changeHousehold(
  tx: Tx,
  keys: KeyRing,
  act: RosterAct,
  reach: HouseholdReach,
  change: HouseholdChange,
): Promise<Verdict<null, Refusal>> {
  const { communeId } = act;
  const row = await lockReachable(tx, communeId, change.id, reach);
  if (!row || !(await lockVillage(tx, communeId, row.villageId))) return refused({ code: "not_permitted" });
  if (row.validTo !== null) return refused({ code: "household_ended", until: row.validTo });
  const taken = await findCodeHolder(tx, keys, communeId, row, change.code);
  if (taken !== null) return refused({ code: "household_code_taken", head: taken });
  await tx.household.update({
    where: { communeId_id: { communeId, id: change.id } },
    data: { ...columnsOfHousehold(change), headLabel: sealLabel(keys, communeId, change.head) },
    select: { id: true },
  });
  await openSlots(tx, communeId, [change.id]);
  return allowed(null);
}

/** The head of another standing household of the village under this code. */
export async function findCodeHolder(
  tx: Tx,
  keys: KeyRing,
  communeId: number,
  { id, villageId }: { readonly id: string; readonly villageId: number },
  code: string,
): Promise<string | null> {
  const holder = (await readListed(tx, communeId, villageId)).find(
    (listed) =>
      listed.isStanding && listed.id !== id && householdCodeKey(listed.code) === householdCodeKey(code),
  );
  return holder ? openLabel(keys, communeId, holder.headLabel) : null;
}
