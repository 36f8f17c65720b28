import { foldVietnamese } from "../text/fold-vietnamese.ts";
import { LONGEST_HEAD_LABEL, LONGEST_LANE, MOST_ADULTS } from "./household.ts";
import type { HouseholdRefusal } from "./household-refusals.ts";
import type { SlotLabelRefusal } from "./slot-label.ts";

/** A household met at its door without a network: named on the phone, put on the list when the phone is back. */
export interface DoorHousehold {
  /** Made on the phone: however often it is sent, it is one household. */
  readonly id: string;
  readonly villageId: number;
  readonly head: string;
  readonly lane: string | null;
  readonly adults: number;
  /** Its finder was told of one with this head in this lane, and means another. */
  readonly isAnother: boolean;
}

interface ListedHousehold {
  readonly villageId: number;
  readonly code: string;
  readonly head: string;
  readonly lane: string | null;
}

export type DoorHouseholdRefusal =
  | Extract<SlotLabelRefusal, { code: "slot_name_holds_number" }>
  | Extract<HouseholdRefusal, { code: "household_known" }>
  | { readonly code: "too_short"; readonly minimum: number }
  | { readonly code: "too_long"; readonly maximum: number }
  | { readonly code: "too_large"; readonly maximum: number };

const SHORTEST_HEAD = 2;
/** "Nhà ông Sáu số 12" is a name; a telephone number is not. */
const A_PHONE_NUMBER = /\p{Nd}{6,}/u;

/** T15: a list that lies on a phone is no phone book. */
export function holdsPhoneNumber(text: string): boolean {
  return A_PHONE_NUMBER.test(text.replace(/[\s.,-]/g, ""));
}

/** The rules of the list as the phone knows them; the house judges by its own list once more. */
export function judgeDoorHousehold(
  { villageId, head, lane, adults, isAnother }: Omit<DoorHousehold, "id">,
  listed: readonly ListedHousehold[],
): { readonly field: "newHead" | "newLane" | "newAdults"; readonly refusal: DoorHouseholdRefusal } | null {
  if ([...head].length < SHORTEST_HEAD)
    return { field: "newHead", refusal: { code: "too_short", minimum: SHORTEST_HEAD } };
  if ([...head].length > LONGEST_HEAD_LABEL)
    return { field: "newHead", refusal: { code: "too_long", maximum: LONGEST_HEAD_LABEL } };
  if (holdsPhoneNumber(head)) return { field: "newHead", refusal: { code: "slot_name_holds_number" } };
  if ([...(lane ?? "")].length > LONGEST_LANE)
    return { field: "newLane", refusal: { code: "too_long", maximum: LONGEST_LANE } };
  if (adults > MOST_ADULTS)
    return { field: "newAdults", refusal: { code: "too_large", maximum: MOST_ADULTS } };
  const twin = isAnother
    ? undefined
    : listed.find(
        (each) =>
          each.villageId === villageId &&
          foldVietnamese(each.lane ?? "") === foldVietnamese(lane ?? "") &&
          foldVietnamese(each.head) === foldVietnamese(head),
      );
  if (!twin) return null;
  return {
    field: "newHead",
    refusal: { code: "household_known", householdCode: twin.code, lane: twin.lane },
  };
}
