import { z } from "zod";
import { MATERIAL_FIELDS, MATERIAL_KINDS } from "#app/domain/materials/material.ts";
import {
  checkBox,
  dayText,
  idText,
  lineText,
  noteText,
  wholeNumber,
} from "#app/features/forms/text.schema.ts";
import { webAddress } from "#app/features/training/training.schema.ts";

const keys = (most: number) =>
  z
    .array(z.string().regex(/^[a-z0-9-]{2,60}$/))
    .max(most)
    .optional()
    .default([]);

export const materialSchema = z.object({
  id: idText(),
  revision: wholeNumber({ minimum: 1, maximum: 1_000_000 }).optional(),
  title: lineText({ minimum: 3, maximum: 160 }),
  kind: z.enum(MATERIAL_KINDS),
  field: z.enum(MATERIAL_FIELDS),
  topics: keys(8),
  kinds: keys(40),
  source: lineText({ minimum: 2, maximum: 160 }),
  issuedOn: dayText(),
  isPlain: checkBox(),
  isLargeType: checkBox(),
  link: webAddress().optional(),
  spokenText: noteText({ minimum: 20, maximum: 3_000 }).optional(),
  isPublic: checkBox(),
});

export const materialDecisionSchema = z.object({
  id: idText(),
  reason: noteText({ minimum: 3, maximum: 300 }).optional(),
});
