import { z } from "zod";
import { LONGEST_HEAD_LABEL, LONGEST_LANE, MOST_ADULTS } from "#app/domain/households/household.ts";
import { checkBox, idText, lineText, wholeNumber } from "#app/features/forms/text.schema.ts";

/** A household and a person added from inside the form of a record, whose own fields lie beside them. */
export const newHouseholdFields = z.object({
  newId: idText(),
  newVillage: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }),
  newHead: lineText({ minimum: 2, maximum: LONGEST_HEAD_LABEL }),
  newLane: lineText({ maximum: LONGEST_LANE }).optional(),
  newAdults: wholeNumber({ minimum: 0, maximum: MOST_ADULTS }),
  newIsAnother: checkBox(),
});

/** The same as a phone sends it that was away. */
export const doorHouseholdSchema = z.object({
  id: idText(),
  villageId: z.number().int().min(1).max(2_147_483_647),
  head: lineText({ minimum: 2, maximum: LONGEST_HEAD_LABEL }),
  lane: lineText({ maximum: LONGEST_LANE }).nullable(),
  adults: z.number().int().min(0).max(MOST_ADULTS),
  isAnother: z.boolean(),
});

export const newPersonFields = z.object({
  newId: idText(),
  pickerHousehold: idText(),
  newName: lineText({ maximum: 60 }),
  newDigits: lineText({ maximum: 20 }).optional(),
});
