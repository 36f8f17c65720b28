import { z } from "zod";
import {
  APPEAL_OUTCOMES,
  LONGEST_APPEAL,
  LONGEST_EXCEPTION,
  SHORTEST_APPEAL,
  SHORTEST_EXCEPTION,
} from "#app/domain/months/objection.ts";
import { idText, lineText, noteText, wholeNumber } from "#app/features/forms/text.schema.ts";

export const appealForm = z.object({
  id: idText(),
  teamId: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }),
  claimId: idText().optional(),
  text: noteText({ minimum: SHORTEST_APPEAL, maximum: LONGEST_APPEAL }),
});

export const answerForm = z.object({
  appealId: idText(),
  outcome: z.enum(APPEAL_OUTCOMES),
  answer: noteText({ minimum: SHORTEST_APPEAL, maximum: LONGEST_APPEAL }),
});

export const exceptionForm = z.object({
  id: idText(),
  claimId: idText(),
  document: lineText({ minimum: 3, maximum: 200 }),
  reason: noteText({ minimum: SHORTEST_EXCEPTION, maximum: LONGEST_EXCEPTION }),
});

export const exceptionDecisionForm = z.object({
  verdict: z.enum(["accepted", "declined"]),
  answer: noteText({ maximum: LONGEST_EXCEPTION }).optional(),
});

/** "202611" in an address; null where it is no month. */
export function readMonthId(text: string | undefined): number | null {
  if (!/^20\d{2}(0[1-9]|1[0-2])$/.test(text ?? "")) return null;
  return Number(text);
}
