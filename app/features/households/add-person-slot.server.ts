import { MOST_SLOTS } from "#app/domain/households/household.ts";
import type { HouseholdRefusal } from "#app/domain/households/household-refusals.ts";
import { isSamePerson, makeSlotLabel } from "#app/domain/households/slot-label.ts";
import type { Id } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { lockHousehold, type SlotRow } from "./lock-household.server.ts";
import { openLabel, sealLabel } from "./seal-label.server.ts";

export interface NewPerson {
  /** Made on the phone before it is sent: sending twice makes one slot. */
  readonly clientId: Id;
  readonly householdId: Id;
  /** "Bà Lan" */
  readonly name: string;
  /** Three digits or a whole number, of which three are kept. */
  readonly phone: string | null;
}

export type PersonSlotRefusal =
  | Extract<
      HouseholdRefusal,
      {
        code:
          | "household_full"
          | "household_sent_otherwise"
          | "slot_name_too_long"
          | "slot_name_holds_number"
          | "slot_digits_too_few";
      }
    >
  | { code: "not_permitted" };

/**
 * The slot of a person of the household, by how the neighbours call them. Whom the household already knows by
 * that label keeps their slot, also where the asker may not read the label; else the first slot nobody has taken,
 * else a new one.
 */
export async function addPersonSlot(
  tx: Tx,
  keys: KeyRing,
  act: RosterAct,
  { clientId, householdId, name, phone }: NewPerson,
): Promise<Verdict<{ slot: number }, PersonSlotRefusal>> {
  const { communeId, actorId, now } = act;
  const label = makeSlotLabel(name, phone);
  if (!label.ok) return label;
  const slots = await lockHousehold(tx, communeId, householdId);
  if (slots === null) return refused({ code: "not_permitted" });
  const sent = await tx.personSlot.findFirst({
    where: { communeId, clientId },
    select: { slot: true, householdId: true },
  });
  if (sent) {
    return sent.householdId === householdId
      ? allowed({ slot: sent.slot })
      : refused({ code: "household_sent_otherwise" });
  }
  const known = slots.find((each) => isLabelled(keys, communeId, each, label.value));
  if (known) return allowed({ slot: known.slot });
  const slot = slots.find((each) => each.label === null)?.slot ?? (slots.at(-1)?.slot ?? 0) + 1;
  if (slot > MOST_SLOTS) return refused({ code: "household_full", maximum: MOST_SLOTS });
  const columns = {
    label: sealLabel(keys, communeId, label.value),
    clientId,
    labelledBy: actorId,
    labelledAt: now,
  };
  await tx.personSlot.upsert({
    where: { communeId_householdId_slot: { communeId, householdId, slot } },
    create: { communeId, householdId, slot, ...columns },
    update: columns,
    select: { slot: true },
  });
  return allowed({ slot });
}

function isLabelled(keys: KeyRing, communeId: number, slot: SlotRow, label: string): boolean {
  return slot.label !== null && isSamePerson(openLabel(keys, communeId, slot.label), label);
}
