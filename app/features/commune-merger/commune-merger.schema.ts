import { z } from "zod";
import { LONGEST_REASON } from "#app/domain/access/two-person-act.ts";
import { dayText, idText, lineText, noteText, wholeNumber } from "../forms/text.schema.ts";

export const offerForm = z.object({
  offer: idText(),
  oldCommune: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }),
  effectiveOn: dayText(),
  decisionNumber: lineText({ maximum: 60 }),
  decisionDate: dayText(),
});

export const mergerDecisionForm = z.object({
  intent: z.enum(["approve", "decline", "withdraw"]),
  note: noteText({ maximum: LONGEST_REASON }).optional(),
});
