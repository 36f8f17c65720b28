import { z } from "zod";
import { AWARD_BASES, AWARD_FORMS } from "#app/domain/awards/award.ts";
import { HOLD_KINDS } from "#app/domain/awards/hold.ts";
import { parseChosen, parseRecipient } from "#app/domain/awards/recipient.ts";
import { DEPARTURE_KINDS } from "#app/domain/awards/shortlist.ts";
import { dayText, idText, lineText, noteText, refuse, wholeNumber } from "#app/features/forms/text.schema.ts";

const recipient = z
  .string()
  .transform((raw, context) => parseRecipient(raw) ?? refuse(context, { code: "not_valid" }));
const chosen = z
  .string()
  .transform((raw, context) => parseChosen(raw) ?? refuse(context, { code: "not_valid" }));

export const proposalSchema = z.object({
  id: idText(),
  review: idText().optional(),
  chosen,
  recipient,
  basis: z.enum(AWARD_BASES),
  theme: lineText({ minimum: 3, maximum: 160 }).optional(),
  form: z.enum(AWARD_FORMS),
  printedName: lineText({ minimum: 2, maximum: 200 }),
  achievement: noteText({ minimum: 10, maximum: 600 }),
  firstDay: dayText(),
  lastDay: dayText(),
});
export type ProposalForm = z.output<typeof proposalSchema>;

export const stepSchema = z.object({
  id: idText(),
  reason: noteText({ minimum: 3, maximum: 1000 }).optional(),
  document: lineText({ minimum: 1, maximum: 60 }).optional(),
});

export const takeBackSchema = z.object({
  id: idText(),
  proposal: idText(),
  reason: noteText({ minimum: 3, maximum: 1000 }),
});

export const decisionSchema = z.object({
  number: lineText({ minimum: 1, maximum: 60 }),
  date: dayText(),
  proposal: z.array(idText()).max(500),
});

export const holdSchema = z.object({
  id: idText(),
  recipient,
  kind: z.enum(HOLD_KINDS),
  fromDay: dayText(),
  reason: noteText({ minimum: 5, maximum: 1000 }),
  document: lineText({ minimum: 2, maximum: 160 }),
});

export const clearSchema = z.object({
  hold: idText(),
  clearedOn: dayText(),
  clearReason: noteText({ minimum: 5, maximum: 1000 }),
  clearDocument: lineText({ minimum: 2, maximum: 160 }),
});

export const departureSchema = z.object({
  id: idText(),
  village: wholeNumber({ minimum: 1, maximum: 999_999_999 }),
  kind: z.enum(DEPARTURE_KINDS),
  reason: noteText({ minimum: 10, maximum: 1000 }),
});

export const departureAnswerSchema = z.object({
  departure: idText(),
  answer: z.enum(["agreed", "refused", "withdrawn"]),
  answerReason: noteText({ minimum: 3, maximum: 1000 }).optional(),
});
