import { z } from "zod";
import { INSPECTION_RESULTS, parseInspectedPlace } from "#app/domain/inspections/inspection.ts";
import { dayText, idText, lineText, noteText, refuse } from "#app/features/forms/text.schema.ts";

const place = z
  .string()
  .transform((raw, context) => parseInspectedPlace(raw) ?? refuse(context, { code: "not_valid" }));

export const inspectionSchema = z.object({
  id: idText(),
  place,
  inspectedOn: dayText(),
  inspectors: lineText({ minimum: 2, maximum: 300 }),
  result: z.enum(INSPECTION_RESULTS),
  findings: noteText({ minimum: 5, maximum: 3000 }),
  followUp: noteText({ minimum: 3, maximum: 1000 }).optional(),
  followUpDue: dayText().optional(),
});

export const followUpSchema = z.object({
  id: idText(),
  note: noteText({ minimum: 2, maximum: 1000 }),
});
