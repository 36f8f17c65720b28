import type { Priority } from "#app/domain/households/household.ts";
import { nextHouseholdCode } from "#app/domain/households/household-code.ts";
import type { HouseholdRefusal } from "#app/domain/households/household-refusals.ts";
import type { Id } from "#app/domain/ids.ts";
import { foldVietnamese } from "#app/domain/text/fold-vietnamese.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { findSent } from "./add-household.server.ts";
import { insertHouseholds } from "./insert-households.server.ts";
import { lockVillage, readListed } from "./lock-village.server.ts";
import { openLabel } from "./seal-label.server.ts";

export interface QuickHousehold {
  /** Made on the phone before it is sent: sending twice makes one household, under one code. */
  readonly id: Id;
  readonly villageId: number;
  readonly head: string;
  readonly lane: string | null;
  readonly adults: number;
  readonly priorities?: readonly Priority[];
  /** The person was told of a household with this head in this lane, and means another. */
  readonly isAnother?: boolean;
}

export type QuickHouseholdRefusal =
  | Extract<HouseholdRefusal, { code: "household_known" | "household_sent_otherwise" }>
  | { code: "not_permitted" };

/**
 * A household met at its door, listed from today under the next free code. Who may do this in which village is the
 * caller's question. Runs inside the caller's transaction, which holds the village's list until it ends.
 */
export async function addHouseholdQuickly(
  tx: Tx,
  keys: KeyRing,
  act: RosterAct,
  { id, villageId, head, lane, adults, priorities = [], isAnother = false }: QuickHousehold,
): Promise<Verdict<{ id: string; householdCode: string }, QuickHouseholdRefusal>> {
  const { communeId, today } = act;
  if (!(await lockVillage(tx, communeId, villageId))) return refused({ code: "not_permitted" });
  const sent = await findSent(tx, communeId, id, villageId);
  if (sent) return sent;
  const listed = await readListed(tx, communeId, villageId);
  const twin = isAnother
    ? undefined
    : listed.find(
        (each) =>
          each.isStanding &&
          foldVietnamese(each.lane ?? "") === foldVietnamese(lane ?? "") &&
          foldVietnamese(openLabel(keys, communeId, each.headLabel)) === foldVietnamese(head),
      );
  if (twin) return refused({ code: "household_known", householdCode: twin.code, lane: twin.lane });
  const code = nextHouseholdCode(listed.map((each) => each.code));
  await insertHouseholds(tx, keys, act, [
    { id, villageId, code, lane, head, adults, priorities, validFrom: today },
  ]);
  return allowed({ id, householdCode: code });
}
