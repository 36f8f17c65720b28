import { z } from "zod";
import { CORRECTION_FIELDS } from "#app/domain/verification/correction.ts";
import { idText, noteText } from "#app/features/forms/text.schema.ts";

export const correctionFields = z.object({
  id: idText(),
  field: z.enum(CORRECTION_FIELDS),
  reason: noteText({ minimum: 3, maximum: 500 }),
});
