import { z } from "zod";
import { CLASSIFYING_UNIONS } from "#app/domain/certificates/union-export.ts";
import { dayText, idText } from "#app/features/forms/text.schema.ts";

export const unionWishSchema = z.object({
  doanThe: z.enum(CLASSIFYING_UNIONS),
  from: dayText(),
  to: dayText(),
});
export const unionExportSchema = unionWishSchema.extend({ id: idText() });
