import { type DoorHousehold, holdsPhoneNumber } from "#app/domain/households/door-household.ts";
import { householdReach, reachesVillage } from "#app/domain/households/household-reach.ts";
import type { SlotLabelRefusal } from "#app/domain/households/slot-label.ts";
import type { Id } from "#app/domain/ids.ts";
import { allowed, refused, type Verdict } from "#app/domain/verdict.ts";
import type { Caller } from "#app/features/accounts/allow.server.ts";
import { inRoster } from "#app/features/roster/in-roster.server.ts";
import { addHouseholdQuickly, type QuickHouseholdRefusal } from "./add-household-quickly.server.ts";

export type DoorRefusal =
  | QuickHouseholdRefusal
  | Extract<SlotLabelRefusal, { code: "slot_name_holds_number" }>;

/**
 * Households met without a network, with the first record about them: all of them or none. Each keeps the name the
 * phone gave it, so a second record, or the same one sent again, finds it on the list.
 */
export async function addDoorHouseholds(
  caller: Caller,
  households: readonly DoorHousehold[],
): Promise<Verdict<null, DoorRefusal>> {
  if (households.length === 0) return allowed(null);
  const { permission, communeId, platform } = caller;
  const reach = householdReach(permission.grants, communeId ?? 0);
  if (households.some(({ villageId }) => !reachesVillage(reach, villageId)))
    return refused({ code: "not_permitted" });
  if (households.some(({ head }) => holdsPhoneNumber(head)))
    return refused({ code: "slot_name_holds_number" });
  return inRoster(caller, "households.add-at-the-door", async (tx, act) => {
    for (const household of households) {
      const verdict = await addHouseholdQuickly(tx, platform.keys, act, {
        ...household,
        id: household.id as Id,
      });
      if (!verdict.ok) return verdict;
    }
    return allowed(null);
  });
}
