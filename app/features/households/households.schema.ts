import { z } from "zod";
import {
  LONGEST_HEAD_LABEL,
  LONGEST_HOUSEHOLD_CODE,
  LONGEST_LANE,
  MOST_ADULTS,
  MOST_SLOTS,
  PRIORITIES,
} from "#app/domain/households/household.ts";
import { checkBox, dayText, idText, lineText, wholeNumber } from "#app/features/forms/text.schema.ts";

const facts = {
  lane: lineText({ maximum: LONGEST_LANE }).optional(),
  head: lineText({ minimum: 2, maximum: LONGEST_HEAD_LABEL }),
  adults: wholeNumber({ minimum: 0, maximum: MOST_ADULTS }),
  priorities: z.array(z.enum(PRIORITIES)).optional(),
};
const code = lineText({ maximum: LONGEST_HOUSEHOLD_CODE });

export const newHouseholdSchema = z.object({ id: idText(), code, validFrom: dayText(), ...facts });
export const householdFactsSchema = z.object({ code, ...facts });
export const quickHouseholdSchema = z.object({ id: idText(), isAnother: checkBox(), ...facts });
export const endHouseholdSchema = z.object({ until: dayText() });

const person = {
  name: lineText({ maximum: 60 }),
  phone: lineText({ maximum: 20 }).optional(),
};
export const newPersonSchema = z.object({ clientId: idText(), ...person });
export const slotLabelSchema = z.object({
  slot: wholeNumber({ minimum: 1, maximum: MOST_SLOTS }),
  ...person,
});
