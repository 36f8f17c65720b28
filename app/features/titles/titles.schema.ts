import { z } from "zod";
import { NOMINATED_TITLES } from "#app/domain/titles/title-definition.ts";
import { dayText, idText, lineText, noteText, wholeNumber } from "#app/features/forms/text.schema.ts";

export const nominationSchema = z.object({
  id: idText(),
  memberId: idText(),
  title: z.enum(NOMINATED_TITLES),
  reason: noteText({ minimum: 3, maximum: 1_000 }),
});

/** Number and date of a decision, as they stand on its paper. */
export const recognitionSchema = z.object({
  number: lineText({ maximum: 60 }),
  date: dayText(),
});

export const wordSchema = z.object({
  id: idText(),
  reason: noteText({ minimum: 3, maximum: 500 }).optional(),
});

export const revocationSchema = z.object({
  id: idText(),
  reason: noteText({ minimum: 3, maximum: 500 }),
});

export const trainingSchema = z.object({
  id: idText(),
  memberId: idText(),
  trainedOn: dayText(),
  source: lineText({ minimum: 3, maximum: 200 }),
});

export const menteeSlotSchema = z.object({
  id: idText(),
  householdId: idText(),
  slot: wholeNumber({ minimum: 1, maximum: 40 }),
});

export const menteeMemberSchema = z.object({ id: idText(), menteeId: idText() });
