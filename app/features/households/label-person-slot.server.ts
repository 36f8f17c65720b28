import type { HouseholdRefusal } from "#app/domain/households/household-refusals.ts";
import { type LabelSight, maySeeLabel } from "#app/domain/households/label-sight.ts";
import { isSamePerson, makeSlotLabel } from "#app/domain/households/slot-label.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { RosterAct } from "#app/features/roster/roster-act.ts";
import type { Tx } from "#app/platform/db/database.ts";
import type { KeyRing } from "#app/platform/keys/key-ring.ts";
import { lockHousehold } from "./lock-household.server.ts";
import { openLabel, sealLabel } from "./seal-label.server.ts";

type Refusal =
  | Extract<
      HouseholdRefusal,
      {
        code:
          | "slot_unknown"
          | "slot_taken"
          | "slot_name_too_long"
          | "slot_name_holds_number"
          | "slot_digits_too_few";
      }
    >
  | { code: "not_permitted" };

interface SlotName {
  readonly householdId: string;
  readonly slot: number;
  readonly name: string;
  readonly phone: string | null;
  /** Rule 8: a name that the writer may not read is not theirs to replace. */
  readonly sight: LabelSight;
}

/** The name of one slot, written or corrected. The same label again changes nothing. */
export async function labelPersonSlot(
  tx: Tx,
  keys: KeyRing,
  act: RosterAct,
  { householdId, slot, name, phone, sight }: SlotName,
): Promise<Verdict<{ label: string }, Refusal>> {
  const { communeId, actorId, now } = act;
  const label = makeSlotLabel(name, phone);
  if (!label.ok) return label;
  const slots = await lockHousehold(tx, communeId, householdId);
  if (slots === null) return refused({ code: "not_permitted" });
  const row = slots.find((each) => each.slot === slot);
  if (!row) return refused({ code: "slot_unknown" });
  const before = row.label && openLabel(keys, communeId, row.label);
  if (before === label.value) return allowed({ label: label.value });
  if (before !== null && !maySeeLabel(sight, row.labelledBy, actorId)) return refused({ code: "slot_taken" });
  // Whoever wrote the person's name first keeps reading it after a corrected digit.
  const isOther = before === null || !isSamePerson(before, label.value);
  await tx.personSlot.update({
    where: { communeId_householdId_slot: { communeId, householdId, slot } },
    data: {
      label: sealLabel(keys, communeId, label.value),
      ...(isOther ? { labelledBy: actorId, labelledAt: now } : {}),
    },
    select: { slot: true },
  });
  return allowed({ label: label.value });
}
