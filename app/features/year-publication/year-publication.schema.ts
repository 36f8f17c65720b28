import { z } from "zod";
import { POSTING_PLACES } from "#app/domain/year-publication/posting.ts";
import { checkBox, dayText, lineText } from "#app/features/forms/text.schema.ts";

export const publishSchema = z.object({
  document: lineText({ minimum: 3, maximum: 100 }),
  decidedOn: dayText(),
  isRead: checkBox(),
});

export const postingSchema = z.object({
  place: z.enum(POSTING_PLACES),
  firstDay: dayText(),
  lastDay: dayText().optional(),
});
