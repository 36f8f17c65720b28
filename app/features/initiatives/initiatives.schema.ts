import { z } from "zod";
import { INITIATIVE_ACTS } from "#app/domain/initiatives/initiative.ts";
import { dayText, idText, lineText, noteText, wholeNumber } from "#app/features/forms/text.schema.ts";

export const initiativeSchema = z.object({
  id: idText(),
  title: lineText({ minimum: 5, maximum: 160 }),
  problem: noteText({ minimum: 10, maximum: 2_000 }),
  proposal: noteText({ minimum: 10, maximum: 4_000 }),
  coauthors: z.array(idText()).max(12).optional(),
  unitName: lineText({ minimum: 2, maximum: 120 }).optional(),
});

export const stepSchema = z.object({
  id: idText(),
  step: z.enum(INITIATIVE_ACTS),
  reason: noteText({ minimum: 3, maximum: 1_000 }),
  happenedOn: dayText(),
  villageId: wholeNumber({ minimum: 1, maximum: 2_147_483_647 }).optional(),
  evidenceLink: lineText({ minimum: 8, maximum: 300 }).optional(),
  documentNumber: lineText({ maximum: 60 }).optional(),
  documentDate: dayText().optional(),
});

export const sendSchema = z.object({ id: idText() });
