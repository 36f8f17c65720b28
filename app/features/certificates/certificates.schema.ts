import { z } from "zod";
import { dayText, idText, lineText, noteText } from "#app/features/forms/text.schema.ts";

export const participationSchema = z.object({ from: dayText(), to: dayText() });

export const awardPaperSchema = z.object({
  awardId: idText(),
  holderName: lineText({ maximum: 160 }).optional(),
});

export const checkSchema = z.object({ code: lineText({ maximum: 60 }) });

export const searchSchema = z.object({ tim: lineText({ maximum: 80 }).optional() });

export const revokeSchema = z.object({ reason: noteText({ maximum: 500 }) });
