import { z } from "zod";
import { dayText, idText, lineText } from "#app/features/forms/text.schema.ts";

export const paperSchema = z.object({
  id: idText(),
  number: lineText({ minimum: 1, maximum: 60 }),
  issuedOn: dayText(),
  title: lineText({ minimum: 2, maximum: 300 }),
});
export const removePaperSchema = z.object({ paperId: idText(), sure: z.literal("yes") });
export const seenSchema = z.object({ planId: idText() });
