import { z } from "zod";
import { FAMILY_CHANNELS } from "#app/domain/titles/family.ts";
import { dayText, idText, lineText, noteText, wholeNumber } from "#app/features/forms/text.schema.ts";
import { MOST_AT_ONCE } from "./recognise-families.server.ts";

const items = z.array(wholeNumber({ minimum: 1, maximum: 40 })).max(40);

export const declarationSchema = z.object({
  id: idText(),
  items,
  channel: z.enum(FAMILY_CHANNELS).optional(),
  declaredOn: dayText().optional(),
});

export const familyCheckSchema = z.object({
  declarationId: idText(),
  items,
  note: noteText({ minimum: 3, maximum: 500 }).optional(),
});

export const familyRecognitionSchema = z.object({
  declarationIds: z.array(idText()).max(MOST_AT_ONCE),
  number: lineText({ maximum: 60 }),
  date: dayText(),
});
