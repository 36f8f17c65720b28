import { z } from "zod";
import { DIFFICULTY_FIELDS } from "#app/domain/difficulties/difficulty.ts";
import { dayText, idText, lineText, noteText, wholeNumber } from "#app/features/forms/text.schema.ts";

export const raiseSchema = z.object({
  id: idText(),
  field: z.enum(DIFFICULTY_FIELDS),
  content: noteText({ minimum: 5, maximum: 2000 }),
  proposal: noteText({ minimum: 3, maximum: 2000 }).optional(),
  teamId: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }).optional(),
  unitName: lineText({ minimum: 2, maximum: 160 }).optional(),
});

export const handleSchema = z.object({ id: idText(), note: noteText({ minimum: 2, maximum: 2000 }) });

export const routeOneSchema = z.object({
  id: idText(),
  ownerUnit: lineText({ minimum: 2, maximum: 160 }),
  ownerId: idText().optional(),
  dueOn: dayText(),
});

export const routeFieldSchema = z.object({
  field: z.enum(DIFFICULTY_FIELDS),
  unitName: lineText({ minimum: 2, maximum: 160 }),
  keeperId: idText().optional(),
});
