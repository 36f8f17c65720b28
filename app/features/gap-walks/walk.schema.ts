import { z } from "zod";
import { GAPS } from "#app/domain/gap-walks/gap.ts";
import { idText, lineText, wholeNumber } from "#app/features/forms/text.schema.ts";

export const walkSchema = z.object({
  id: idText(),
  villageId: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }),
  gap: z.enum(GAPS),
  memberId: idText().optional(),
  lane: lineText({ maximum: 80 }).optional(),
});
