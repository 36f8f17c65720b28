import { judgeDoorHousehold } from "#app/domain/households/door-household.ts";
import { MOST_SLOTS } from "#app/domain/households/household.ts";
import { makeId } from "#app/domain/ids.ts";
import type { PocketHousehold } from "#app/domain/offline/pocket-book.ts";
import type { Problems } from "../kit/error-summary.tsx";

/** The little form "Hộ mới" as a household of the phone's list, or what is wrong with it, beside its field. */
export function readDoor(
  fields: FormData,
  households: readonly PocketHousehold[],
  code: string,
): { readonly household: PocketHousehold } | { readonly problems: Problems } {
  const text = (name: string) =>
    String(fields.get(name) ?? "")
      .normalize("NFC")
      .trim()
      .replace(/\s+/g, " ");
  const adults = text("newAdults");
  if (!/^\d{1,3}$/.test(adults)) return { problems: { newAdults: { code: "not_a_number" } } };
  const facts = {
    villageId: Number(text("newVillage")),
    head: text("newHead"),
    lane: text("newLane") || null,
    adults: Number(adults),
    isAnother: fields.get("newIsAnother") !== null,
  };
  const wrong = judgeDoorHousehold(facts, households);
  if (wrong) return { problems: { [wrong.field]: wrong.refusal } };
  const { villageId, head, lane, isAnother } = facts;
  const slots = Math.min(MOST_SLOTS, Math.max(1, facts.adults));
  return {
    household: {
      id: makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10))),
      villageId,
      // The server gives the next free one.
      code,
      head,
      lane,
      isLongAbsent: false,
      priorities: [],
      slots: Array.from({ length: slots }, (_, index) => ({
        slot: index + 1,
        label: null,
        isLabelled: false,
      })),
      door: { adults: facts.adults, isAnother },
    },
  };
}
