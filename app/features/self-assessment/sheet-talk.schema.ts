import { z } from "zod";
import { SHEET_OUTCOMES } from "#app/domain/self-assessment/comment.ts";
import { dayText, idText, lineText, noteText, refuse } from "#app/features/forms/text.schema.ts";

/** "27", "27,5" or "27.25" points, as hundredths; the sheet says the most. */
function pointsText() {
  return z.string().transform((raw, context): number => {
    const typed = /^(\d{1,3})(?:[.,](\d{1,2}))?$/.exec(raw.trim());
    if (!typed) return refuse(context, { code: "not_a_number" });
    return Number(typed[1]) * 100 + Number((typed[2] ?? "").padEnd(2, "0"));
  });
}

export const commentSchema = z.object({
  id: idText(),
  criterion: lineText({ maximum: 60 }),
  ownPoints: pointsText().optional(),
  content: noteText({ minimum: 5, maximum: 2000 }),
});

export const answerSchema = z.object({
  commentId: idText(),
  outcome: z.enum(SHEET_OUTCOMES),
  answer: noteText({ minimum: 5, maximum: 2000 }),
});

export const windowSchema = z.object({ firstDay: dayText(), lastDay: dayText() });
