import { householdCodeKey } from "#app/domain/households/household-code.ts";
import type { HouseholdRefusal } from "#app/domain/households/household-refusals.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { insertHouseholds, type NewHousehold } from "./insert-households.server.ts";
import { lockVillage, readListed } from "./lock-village.server.ts";
import { openLabel } from "./seal-label.server.ts";

export type AddHouseholdRefusal =
  | Extract<HouseholdRefusal, { code: "household_code_taken" | "household_sent_otherwise" }>
  | { code: "not_permitted" };

/** One household under the code the office gave it. Sent twice it is added once. */
export async function addHousehold(
  tx: Tx,
  keys: KeyRing,
  act: RosterAct,
  household: NewHousehold,
): Promise<Verdict<{ id: string; householdCode: string }, AddHouseholdRefusal>> {
  const { communeId } = act;
  const { id, villageId, code } = household;
  if (!(await lockVillage(tx, communeId, villageId))) return refused({ code: "not_permitted" });
  const known = await findSent(tx, communeId, id, villageId);
  if (known) return known;
  const holder = (await readListed(tx, communeId, villageId)).find(
    (listed) => listed.isStanding && householdCodeKey(listed.code) === householdCodeKey(code),
  );
  if (holder) {
    return refused({ code: "household_code_taken", head: openLabel(keys, communeId, holder.headLabel) });
  }
  await insertHouseholds(tx, keys, act, [household]);
  return allowed({ id, householdCode: code });
}

/** The answer of the first time, when this household was sent before; the same id elsewhere is another's. */
export async function findSent(
  tx: Tx,
  communeId: number,
  id: string,
  villageId: number,
): Promise<Verdict<
  { id: string; householdCode: string },
  Extract<HouseholdRefusal, { code: "household_sent_otherwise" }>
> | null> {
  const sent = await tx.household.findFirst({
    where: { communeId, id },
    select: { code: true, villageId: true },
  });
  if (!sent) return null;
  if (sent.villageId !== villageId) return refused({ code: "household_sent_otherwise" });
  return allowed({ id, householdCode: sent.code });
}
